# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Concerns in an account: tied only when asked, followed without the code, told to nobody."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from friedensplatz.activity.models import Activity
from friedensplatz.concerns.actions import answer_concern, ask_person, keep_concern, release_concern
from friedensplatz.concerns.models import Concern, Entry, Keeping
from friedensplatz.concerns.queries import concerns_kept_by
from friedensplatz.core import vault


@pytest.fixture
def home(client, alice):
    """The browser of alice, signed in."""
    client.force_login(alice)
    return client


@pytest.fixture
def opened(home, hand_in):
    """Opens a new concern with reference and code in alice's browser."""

    def act(**given):
        concern, code = hand_in(**given)
        home.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
        return concern

    return act


def anonymous(hand_in):
    return hand_in(reporter=None)[0]


def test_nothing_is_tied_until_somebody_presses(home, opened):
    opened()
    page = home.get(reverse("concern_status")).content.decode()
    assert reverse("concern_keep") in page
    home.get(reverse("concern_keep"))
    assert Keeping.objects.count() == 0


def test_a_concern_with_a_name_is_kept_at_the_press_of_a_button(home, opened, alice):
    concern = opened()
    assert home.post(reverse("concern_keep")).url == reverse("concern_status")
    assert list(concerns_kept_by(alice)) == [concern]
    assert reverse("concern_keep") not in home.get(reverse("concern_status")).content.decode()
    home.post(reverse("concern_keep"))
    assert Keeping.objects.count() == 1


def test_an_anonymous_concern_is_kept_only_after_saying_yes(home, opened, alice):
    concern = opened(reporter=None)
    page = home.get(reverse("concern_keep"))
    assert page.context["concern"].is_anonymous
    assert 'name="joins"' in page.content.decode()
    refused = home.post(reverse("concern_keep"))
    assert (refused.status_code, list(refused.context["form"].errors), Keeping.objects.count()) == (200, ["joins"], 0)
    home.post(reverse("concern_keep"), {"joins": "on"})
    assert list(concerns_kept_by(alice)) == [concern]


def test_a_receipt_can_be_kept_while_it_is_shown(home, alice, office):
    response = home.post(reverse("concern_start"), {"text": "Mein Chef stiehlt.", "office": office.slug})
    token = response["Location"].split("/")[-3]
    for step, given in (
        ("protection", {"protection": "normal", "anonymous": "yes"}),
        ("about", {"kind": "complaint"}),
        ("more", {}),
        ("check", {}),
    ):
        home.post(reverse(f"concern_{step}", args=[token]), given)
    assert reverse("receipt_keep", args=[token]) in home.get(reverse("concern_receipt", args=[token])).content.decode()
    assert home.get(reverse("receipt_keep", args=[token])).status_code == 200
    kept = home.post(reverse("receipt_keep", args=[token]), {"joins": "on"})
    assert kept.url == reverse("concern_receipt", args=[token])
    assert list(concerns_kept_by(alice)) == [Concern.objects.get()]


def test_people_without_an_account_are_asked_for_nothing(client, hand_in):
    concern, code = hand_in()
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    assert reverse("concern_keep") not in client.get(reverse("concern_status")).content.decode()
    assert client.post(reverse("concern_keep")).url.startswith(reverse("account_enter"))
    assert "sessionid" not in client.cookies


def test_a_forged_press_ties_nothing(alice, hand_in):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)
    concern, code = hand_in()
    browser.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    assert browser.post(reverse("concern_keep")).status_code == 403
    keep_concern(concern, alice)
    assert browser.post(reverse("concern_release", args=[concern.reference])).status_code == 403
    assert Keeping.objects.count() == 1


def test_pages_with_a_form_let_browsers_say_where_it_comes_from(home, opened):
    """With `no-referrer` a browser sends `Origin: null`, which Django's CSRF check refuses."""
    opened()
    for name in ("concern_keep", "my_concerns"):
        response = home.get(reverse(name))
        assert (response["Referrer-Policy"], response["X-Robots-Tag"]) == ("strict-origin", "noindex")
        assert "no-store" in response["Cache-Control"]


def test_the_list_says_where_each_concern_stands(home, alice, bob, hand_in):
    first, second = hand_in("Die Laterne ist kaputt.")[0], anonymous(hand_in)
    for concern in (first, second):
        keep_concern(concern, alice)
    answer_concern(second, "Danke.", by=bob)
    page = home.get(reverse("my_concerns"))
    assert [concern for concern, _last_day in page.context["rows"]] == [second, first]
    text = page.content.decode()
    for told in (first.reference, second.reference, "Die Laterne ist kaputt."):
        assert told in text


def test_opening_one_from_the_list_gives_the_conversation(home, alice, bob, concern):
    keep_concern(concern, alice)
    ask_person(concern, "Welche Hausnummer?", by=bob)
    assert home.get(reverse("my_concern", args=[concern.reference])).url == reverse("concern_status")
    assert "Welche Hausnummer?" in home.get(reverse("concern_status")).content.decode()
    assert home.post(reverse("concern_reply"), {"text": "Nummer 12"}).status_code == 302
    assert Entry.objects.get(kind="message").text == "Nummer 12"


@pytest.mark.parametrize("way", ["sign out", "release", "another account"])
def test_the_door_shuts(home, alice, carol, concern, way):
    keep_concern(concern, alice)
    home.get(reverse("my_concern", args=[concern.reference]))
    if way == "sign out":
        home.post(reverse("account_logout"))
    elif way == "release":
        home.post(reverse("concern_release", args=[concern.reference]))
    else:
        cookies = {name: value.value for name, value in home.cookies.items() if name.startswith("concern-")}
        home.force_login(carol)
        home.cookies.load(cookies)
    assert concern.subject not in home.get(reverse("concern_status")).content.decode()


def test_concerns_of_others_are_not_found(home, carol, concern):
    keep_concern(concern, carol)
    assert home.get(reverse("my_concern", args=[concern.reference])).status_code == 404
    assert home.post(reverse("concern_release", args=[concern.reference])).status_code == 404
    assert home.get(reverse("my_concerns")).context["rows"] == []


def test_a_released_concern_is_followed_with_the_code_again(home, alice, hand_in):
    concern, code = hand_in()
    keep_concern(concern, alice)
    assert home.post(reverse("concern_release", args=[concern.reference])).url == reverse("my_concerns")
    assert Keeping.objects.count() == 0
    home.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    assert concern.subject in home.get(reverse("concern_status")).content.decode()


def test_whoever_keeps_a_concern_may_follow_it_and_nobody_else(cast, hand_in):
    mine, theirs = hand_in()[0], anonymous(hand_in)
    keep_concern(mine, cast.alice)
    keep_concern(theirs, cast.carol)
    people = (cast.alice, cast.bob, cast.carol, cast.dora, cast.eva, cast.lena, cast.leo, cast.ada)
    for person in people:
        permitted = {c for c in (mine, theirs) if person.has_perm("concerns.follow_concern", c)}
        assert set(concerns_kept_by(person)) == permitted


def test_a_tie_names_neither_account_nor_concern(alice, hand_in, settings):
    with_name, without = hand_in()[0], anonymous(hand_in)
    before = Activity.objects.count()
    for concern in (with_name, without):
        keep_concern(concern, alice)
    assert [field.name for field in Keeping._meta.get_fields() if field.is_relation] == []
    first, second = Keeping.objects.order_by("pk")
    assert first.tie != second.tie
    assert len(first.sealed) == len(second.sealed)
    assert Activity.objects.count() == before
    settings.VAULT_KEY = "another key"
    assert list(concerns_kept_by(alice)) == []
    assert not alice.has_perm("concerns.follow_concern", without)


def test_a_tie_moved_to_another_account_opens_nothing(alice, carol, concern, hand_in):
    keep_concern(concern, alice)
    keep_concern(anonymous(hand_in), carol)
    own = Keeping.objects.order_by("pk").last().owner_key
    Keeping.objects.update(owner_key=own)
    with pytest.raises(vault.Unreadable):
        list(concerns_kept_by(carol))


def test_no_desk_shows_who_keeps_an_anonymous_concern(alice, cast, hand_in):
    concern = anonymous(hand_in)
    desks = [(cast.bob, "desk_inbox", []), (cast.bob, "desk_case", [concern.reference]), (cast.ada, "outbox", [])]
    desks += [(cast.leo, "desk_figures", []), (cast.ada, "people_list", []), (cast.leo, "desk_home", [])]

    def seen(person, name, arguments):
        browser = Client()
        browser.force_login(person)
        response = browser.get(reverse(name, args=arguments))
        return response.content.decode().replace(str(response.context["csrf_token"]), "")

    before = [seen(*desk) for desk in desks]
    keep_concern(concern, alice)
    assert [seen(*desk) for desk in desks] == before
    assert alice.email not in "".join(before)


def test_the_list_needs_the_same_queries_for_three_as_for_one(home, alice, hand_in, django_assert_num_queries):
    keep_concern(hand_in()[0], alice)
    home.get(reverse("my_concerns"))
    with CaptureQueriesContext(connection) as for_one:
        home.get(reverse("my_concerns"))
    for _ in range(2):
        keep_concern(anonymous(hand_in), alice)
    with django_assert_num_queries(len(for_one)):
        home.get(reverse("my_concerns"))
    assert len(for_one) <= 5


def test_releasing_twice_is_quiet(alice, concern):
    keep_concern(concern, alice)
    release_concern(concern, alice)
    release_concern(concern, alice)
    assert list(concerns_kept_by(alice)) == []
