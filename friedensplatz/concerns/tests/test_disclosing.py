# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who brought a sealed concern, and that nobody finds out alone."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from friedensplatz.accounts.models import Membership, Role, User
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.actions import take_concern
from friedensplatz.concerns.disclosing import (
    ask_disclosure,
    decide_disclosure,
    disclosures_to_decide,
    shown_reporter,
)
from friedensplatz.concerns.letters import fields_of
from friedensplatz.concerns.models import Concern, Disclosure, Protection
from friedensplatz.concerns.moving import ChangedMeanwhile
from tests.cast import make_user

WHY = "Ich muss sie vor dem Gespräch anrufen."


@pytest.fixture
def cora(office):
    return make_user("cora@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def second(office):
    return make_user("cem@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def sealed(hand_in, cora):
    concern, _code = hand_in(protection=Protection.SEALED)
    take_concern(concern, by=cora)
    return concern


@pytest.fixture
def asked(sealed, cora):
    ask_disclosure(sealed, WHY, by=cora)
    return Disclosure.objects.get()


def _page(client, user, concern):
    client.force_login(user)
    return client.get(reverse("desk_case", args=[concern.reference])).content.decode()


def test_the_name_is_closed_until_a_second_person_agrees_and_again_after_eight_hours(
    asked, sealed, cora, second, client
):
    assert "Alice Beispiel" not in _page(client, cora, sealed)
    assert fields_of(sealed, cora)["greeting"] == "Guten Tag,"
    decide_disclosure(asked, granted=True, by=second)
    assert "Alice Beispiel" in _page(client, cora, sealed)
    assert (shown_reporter(sealed, second), fields_of(sealed, cora)["greeting"]) == (None, "Guten Tag, Alice Beispiel,")
    Disclosure.objects.update(decided_at=timezone.now() - dt.timedelta(hours=8, seconds=1))
    assert "Alice Beispiel" not in _page(client, cora, sealed)
    verbs = [(one.verb, one.actor) for one in activities_of(sealed) if "disclos" in one.verb or "name" in one.verb]
    assert verbs == [("disclosure_asked", cora), ("disclosed", second), ("name_read", cora)]


def test_nobody_agrees_to_their_own_question(asked, cora, client):
    assert not cora.has_perm("concerns.decide_disclosure", asked)
    assert list(disclosures_to_decide(cora)) == []
    client.force_login(cora)
    assert client.post(reverse("disclosure_decide", args=[asked.pk]), {"answer": "yes"}).status_code == 403
    with pytest.raises(IntegrityError), transaction.atomic():
        Disclosure.objects.update(granted=True, decided_by=cora, decided_at=timezone.now())
    assert Disclosure.objects.get().granted is None


def test_who_may_agree_is_who_finds_it_in_their_list(asked, cora, second, lena, bob, dora, leo, ada):
    may = {user for user in User.objects.all() if user.has_perm("concerns.decide_disclosure", asked)}
    assert may == {user for user in User.objects.all() if asked in disclosures_to_decide(user)} == {second, lena}


def test_the_second_person_sees_the_reason_and_neither_number_nor_words(asked, sealed, lena, client):
    client.force_login(lena)
    page = client.get(reverse("desk_disclosures")).content.decode()
    assert (WHY in page, sealed.reference in page, "Laterne" in page) == (True, False, False)
    assert client.get(reverse("desk_case", args=[sealed.reference])).status_code == 404


def test_the_list_takes_as_many_queries_for_three_as_for_one(asked, hand_in, lena, cora, client):
    client.force_login(lena)
    url = reverse("desk_disclosures")
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for _number in range(2):
        ask_disclosure(hand_in(protection=Protection.SEALED)[0], WHY, by=cora)
    with CaptureQueriesContext(connection) as three:
        client.get(url)
    assert len(three) == len(one)


def test_a_no_keeps_it_closed_and_the_second_answer_counts_nothing(asked, sealed, cora, second, lena):
    decide_disclosure(asked, granted=False, by=second)
    with pytest.raises(ChangedMeanwhile):
        decide_disclosure(asked, granted=True, by=lena)
    assert shown_reporter(sealed, cora) is None


def test_only_a_sealed_concern_with_a_name_is_asked_about(hand_in, cora, bob):
    sealed, anonymous, normal = (
        hand_in(protection=Protection.SEALED)[0],
        hand_in(protection=Protection.SEALED, reporter=None)[0],
        hand_in()[0],
    )
    askable = [one for one in (sealed, anonymous, normal) if cora.has_perm("concerns.ask_disclosure", one)]
    assert askable == [sealed]
    assert not bob.has_perm("concerns.ask_disclosure", Concern.objects.get(pk=sealed.pk))


def test_asking_at_the_desk_twice_is_one_question(sealed, cora, client):
    client.force_login(cora)
    for _click in range(2):
        client.post(reverse("desk_deed", args=[sealed.reference, "disclose"]), {"reason": WHY, "version": 1})
    assert [(one.asked_by, one.reason) for one in Disclosure.objects.all()] == [(cora, WHY)]
    assert WHY.encode() not in bytes(Disclosure.objects.get().sealed)


def test_where_nobody_could_agree_the_question_is_not_taken_and_says_so(sealed, cora, client):
    Membership.objects.exclude(user=cora).delete()
    client.force_login(cora)
    address = reverse("desk_deed", args=[sealed.reference, "disclose"])
    page = client.post(address, {"reason": WHY, "version": sealed.version})
    assert (len(page.context["form"].non_field_errors()), Disclosure.objects.count()) == (1, 0)
    assert WHY in page.content.decode()
    make_user("zoe@city.example", office=sealed.office, role=Role.LEAD)
    assert client.post(address, {"reason": WHY, "version": sealed.version}).status_code == 302
    assert Disclosure.objects.count() == 1
