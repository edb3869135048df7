# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Initiatives: profile by consent, log of support, register; and what a concern became."""

import pytest
from django.urls import reverse

from friedensplatz.concerns.actions import answer_concern
from friedensplatz.concerns.consents import give_consent, withdraw_consent
from friedensplatz.concerns.forms.initiative import Need
from friedensplatz.concerns.initiatives import initiatives_visible_to, support_initiative
from friedensplatz.concerns.models import Consent, Entry, Kind, Protection
from friedensplatz.concerns.publishing import propose_version, publications_of, suggested_version
from friedensplatz.concerns.threads import became_of, let_become
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
    assert "Wir gärtnern zusammen." in client.get(address).content.decode()
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
