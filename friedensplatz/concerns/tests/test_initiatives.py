# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Initiatives: profile by consent, log of support, register; and what a concern became."""

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.activity.models import Activity
from friedensplatz.concerns.actions import answer_concern
from friedensplatz.concerns.consents import give_consent, withdraw_consent
from friedensplatz.concerns.erasing import erase_concern
from friedensplatz.concerns.forms.initiative import Need
from friedensplatz.concerns.initiatives import initiatives_visible_to, support_initiative
from friedensplatz.concerns.models import Consent, Entry, Kind, Protection
from friedensplatz.concerns.overseeing import reminders_of
from friedensplatz.concerns.publishing import propose_version, publications_of, suggested_version
from friedensplatz.concerns.threads import became_of, let_become
from friedensplatz.core.languages import pick
from friedensplatz.directory.models import Organisation
from friedensplatz.search.models import SearchDoc
from tests.scene import make_page

TOLD = {"group": "Offener Garten", "needs": ["room"], "profile": "Wir gärtnern zusammen."}


@pytest.fixture
def initiative(hand_in):
    return lambda: hand_in("Wir sind zehn und suchen einen Raum.", kind=Kind.INITIATIVE, particulars=TOLD)


def test_the_profile_is_public_only_while_the_group_agrees(client, initiative, bob):
    concern, _ = initiative()
    version = suggested_version(concern)
    assert version == {"title": "Offener Garten", "text": "Wir gärtnern zusammen."}
    propose_version(concern, version["title"], version["text"], "Bitte ansehen.", by=bob)
    assert not publications_of(Kind.INITIATIVE).exists()
    give_consent(concern, Consent.Purpose.PROFILE)
    address = reverse("initiative", args=[publications_of(Kind.INITIATIVE).get().pk])
    assert "Wir gärtnern zusammen." in client.get(address, follow=True).content.decode()
    assert "Alice" not in client.get(reverse("initiative_list")).content.decode()
    withdraw_consent(concern, Consent.Purpose.PROFILE)
    assert client.get(address).status_code == 404


def test_support_is_written_into_the_log_of_the_office(client, initiative, bob):
    concern, code = initiative()
    client.force_login(bob)
    address = reverse("desk_deed", args=[concern.reference, "support"])
    client.post(address, {"version": concern.version, "what": "room", "text": "Schlüssel übergeben"})
    written = [entry.words for entry in concern.entries.filter(kind=Entry.Kind.SUPPORT)]
    assert written == [f"{Need.ROOM.label}: Schlüssel übergeben"]
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    assert "Schlüssel" not in client.get(reverse("concern_status")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_register_costs_the_same_for_one_and_three(client, initiative, bob, number, django_assert_max_num_queries):
    for _place in range(number):
        support_initiative(initiative()[0], "Beraten", by=bob)
    client.force_login(bob)
    with django_assert_max_num_queries(16):
        page = client.get(reverse("desk_initiatives"))
    assert len(page.context["slice"].rows) == number


def test_the_register_shows_only_what_one_may_read(initiative, bob, dora):
    concern, _ = initiative()
    assert (list(initiatives_visible_to(bob)), list(initiatives_visible_to(dora))) == ([concern], [])


def test_the_person_sees_what_became_of_it(client, hand_in, bob, cast):
    concern, code = hand_in()
    page = make_page(cast)
    answer_concern(concern, "Das steht jetzt auf einer Seite.", by=bob)
    let_become(concern, page, by=bob)
    let_become(concern, page, by=bob)
    assert [thing.url for thing in became_of(concern)] == [reverse("page", args=[page.slug])]
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    assert reverse("page", args=[page.slug]) in client.get(reverse("concern_status")).content.decode()


def test_an_encrypted_concern_is_never_tied_to_a_page(client, hand_in, lena):
    concern, _ = hand_in(protection=Protection.NORMAL)
    answer_concern(concern, "Das steht jetzt auf einer Seite.", by=lena)
    client.force_login(lena)
    address = reverse("desk_deed", args=[concern.reference, "became"])
    assert client.get(address).status_code == 200
    type(concern).objects.filter(pk=concern.pk).update(
        protection=Protection.CONFIDENTIAL, subject="", place_note="", assignee=lena
    )
    assert client.get(address).status_code == 302


def _published(initiative, bob):
    concern, _ = initiative()
    version = suggested_version(concern)
    propose_version(concern, version["title"], version["text"], "Bitte ansehen.", by=bob)
    give_consent(concern, Consent.Purpose.PROFILE)
    return concern


def _kinds_found():
    return list(SearchDoc.objects.filter(title="Offener Garten").values_list("entry__kind", flat=True))


def test_a_published_initiative_stands_in_the_directory_until_the_consent_ends(
    client, initiative, bob, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        concern = _published(initiative, bob)
    found = concern.publication.organisation
    page = reverse("organisation_page", args=[found.slug])
    assert (found.kind, found.name, found.summary) == (
        Organisation.Kind.INITIATIVE,
        {"de": "Offener Garten"},
        {"de": "Wir gärtnern zusammen."},
    )
    assert client.get(page).status_code == 200
    assert _kinds_found() == ["organisation"]
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(concern, Consent.Purpose.PROFILE)
    assert client.get(page).status_code == 404
    assert "Offener Garten" not in client.get(reverse("organisation_list")).content.decode()
    assert _kinds_found() == []
    assert [one.verb for one in Activity.objects.filter(thing_type__model="organisation")] == ["removed"]


def test_erasing_the_concern_takes_its_initiative_out_of_the_directory(initiative, bob):
    concern = _published(initiative, bob)
    erase_concern(concern)
    assert not Organisation.objects.exists()


def test_a_concern_can_become_an_organisation_while_that_is_public(hand_in, initiative, bob):
    concern, _ = hand_in()
    answer_concern(concern, "Daraus ist etwas geworden.", by=bob)
    group = _published(initiative, bob)
    let_become(concern, group.publication.organisation, by=bob)
    assert [pick(thing.name).text for thing in became_of(concern)] == ["Offener Garten"]
    withdraw_consent(group, Consent.Purpose.PROFILE)
    assert became_of(concern) == []


def test_what_is_to_become_of_it_later_is_a_reminder_and_the_thing_is_chosen_at_the_desk(client, hand_in, bob, cast):
    concern, _ = hand_in()
    page = make_page(cast)
    answer_concern(concern, "Das wird eine Beteiligung.", by=bob)
    client.force_login(bob)
    address = reverse("desk_deed", args=[concern.reference, "became"])
    day = timezone.localdate()
    assert client.post(address, {"version": concern.version}).context["form"].errors.keys() == {"thing"}
    half = {"version": concern.version, "later": "Beteiligung"}
    assert client.post(address, half).context["form"].errors.keys() == {"day"}
    client.post(address, {"version": concern.version, "later": "Beteiligung zum Park", "day": day.isoformat()})
    assert [(one.note, one.day) for one in reminders_of(bob, day)] == [("Beteiligung zum Park", day)]
    assert became_of(concern) == []
    client.post(address, {"version": concern.version, "thing": f"page/{page.pk}"})
    assert [thing.url for thing in became_of(concern)] == [reverse("page", args=[page.slug])]
