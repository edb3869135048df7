# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mediation room: what each side reads, and an agreement both confirm."""

import pytest
from django.test import Client
from django.urls import reverse

from friedensplatz.accounts.models import Role
from friedensplatz.concerns.mediations import (
    confirm_agreement,
    invite_side,
    propose_agreement,
    tell_sides,
    write_as_side,
)
from friedensplatz.concerns.models import Agreement, Entry, Kind, Protection, Visibility
from friedensplatz.concerns.moving import ChangedMeanwhile
from tests.cast import make_user

MINE, THEIRS, BOTH, INSIDE = "Nur für mich.", "Nur für euch.", "Für beide.", "Nur für mich als Vermittler."


@pytest.fixture
def mediator(office):
    return make_user("mia@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def room(hand_in, mediator):
    """A dispute with its two codes and a message for everybody."""
    concern, code = hand_in(MINE, kind=Kind.MEDIATION, protection=Protection.CONFIDENTIAL)
    other_code = invite_side(concern, "Karl Nachbar", by=mediator)
    tell_sides(concern, THEIRS, Visibility.SIDE, by=mediator)
    tell_sides(concern, BOTH, Visibility.SHARED, by=mediator)
    return concern, code, other_code


def enter(page, concern, code):
    client = Client()
    client.post(reverse(page), {"reference": concern.reference, "code": code})
    return client


def seen(client, page):
    text = client.get(reverse(page)).content.decode()
    return [words for words in (MINE, THEIRS, BOTH) if words in text]


def test_each_side_reads_its_own_and_what_is_shared(room):
    concern, code, other_code = room
    assert seen(enter("concern_status", concern, code), "concern_status") == [MINE, BOTH]
    assert seen(enter("mediation_side", concern, other_code), "mediation_side") == [THEIRS, BOTH]


def test_one_code_does_not_open_the_other_sides_door(room):
    concern, code, other_code = room
    assert seen(enter("mediation_side", concern, code), "mediation_side") == []
    assert seen(enter("concern_status", concern, other_code), "concern_status") == []


def test_inviting_anew_ends_the_former_code(room, mediator):
    concern, _, other_code = room
    inside = enter("mediation_side", concern, other_code)
    invite_side(concern, "Karl Nachbar", by=mediator)
    assert seen(inside, "mediation_side") == []
    assert concern.parties.filter(role="side").count() == 1


def test_what_the_other_side_writes_only_the_mediator_reads(room, client, mediator):
    concern, code, other_code = room
    enter("mediation_side", concern, other_code).post(reverse("mediation_side"), {"text": "Sie übertreiben."})
    assert "übertreiben" not in enter("concern_status", concern, code).get(reverse("concern_status")).content.decode()
    client.force_login(mediator)
    page = client.get(reverse("desk_case", args=[concern.reference])).content.decode()
    assert ("Sie übertreiben." in page, "Karl Nachbar" in page) == (True, True)


def test_a_message_typed_after_the_access_ended_is_kept(room):
    concern, _, other_code = room
    client = Client()
    assert "Noch da" in client.post(reverse("mediation_side"), {"text": "Noch da"}).content.decode()
    given = {"text": "Noch da", "reference": concern.reference, "code": other_code}
    assert "Noch da" in client.post(reverse("mediation_side"), given).content.decode()
    assert not Entry.objects.filter(visibility=Visibility.SIDE, kind="message").exists()


def test_everything_is_sealed(room, mediator):
    concern, _, _ = room
    write_as_side(concern, "Geheim")
    propose_agreement(concern, "result", "Geheim", by=mediator)
    assert set(Entry.objects.values_list("text", flat=True)) == {""}
    assert b"Geheim" not in bytes(Agreement.objects.get().sealed)


def test_an_agreement_holds_once_both_have_agreed_to_the_same_words(room, mediator):
    concern, code, other_code = room
    propose_agreement(concern, "result", "Ab 22 Uhr ist Ruhe.", by=mediator)
    first, other = enter("concern_status", concern, code), enter("mediation_side", concern, other_code)
    assert "Ab 22 Uhr ist Ruhe." in first.get(reverse("concern_status")).content.decode()
    first.post(reverse("agreement_confirm", args=["first", "result"]), {"version": "1"})
    propose_agreement(concern, "result", "Ab 21 Uhr ist Ruhe.", by=mediator)
    assert not Agreement.objects.get().person_agreed_at
    stale = other.post(reverse("agreement_confirm", args=["other", "result"]), {"version": "1"})
    assert stale.status_code == 409
    other.post(reverse("agreement_confirm", args=["other", "result"]), {"version": "2"})
    first.post(reverse("agreement_confirm", args=["first", "result"]), {"version": "2"})
    assert Agreement.objects.get().holds


def test_nobody_agrees_for_the_other_side(room, mediator):
    concern, code, _ = room
    propose_agreement(concern, "minutes", "Wir haben gesprochen.", by=mediator)
    enter("concern_status", concern, code).post(
        reverse("agreement_confirm", args=["other", "minutes"]), {"version": "1"}
    )
    assert Agreement.objects.get().side_agreed_at is None
    with pytest.raises(ChangedMeanwhile):
        confirm_agreement(concern, "result", 1, other_side=True)


def test_the_mediator_invites_at_the_desk(client, hand_in, mediator, bob):
    concern, _ = hand_in(kind=Kind.MEDIATION, protection=Protection.CONFIDENTIAL)
    address = reverse("desk_side", args=[concern.reference])
    client.force_login(bob)
    assert client.get(address).status_code == 404
    client.force_login(mediator)
    assert client.get(address).status_code == 200
    code = client.post(address, {"name": "Karl Nachbar"}).context["code"]
    assert enter("mediation_side", concern, code).get(reverse("mediation_side")).context["concern"] == concern
    for deed in ("tell", "agreement"):
        assert client.get(reverse("desk_deed", args=[concern.reference, deed])).status_code == 200
