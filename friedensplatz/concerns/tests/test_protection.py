# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who reads what, and what a copy of the database tells."""

import io
from itertools import product

import pytest
from django.core import management
from django.urls import reverse

from friedensplatz.accounts.models import Role
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.actions import assign_concern, change_protection, note_concern, take_concern
from friedensplatz.concerns.models import ENCRYPTED, Admission, Concern, Entry, Protection, Reporter
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.queries import concerns_visible_to, conversation_of
from friedensplatz.concerns.sealing import open_text
from tests.cast import make_user

SECRET = "Der Hausmeister ließ nur uns nicht hinein."
PLACE = "Feldweg 3"
NAME = "Tilda Telltale"


@pytest.fixture
def cora(office):
    return make_user("cora@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def told(hand_in, bob):
    """A concern under a protection, with a note of the office."""

    def act(protection):
        person = Reporter(NAME, email="tilda@telltale.example")
        concern, _ = hand_in(SECRET, protection=protection, place_note=PLACE, reporter=person)
        note_concern(concern, f"Notiz zu: {SECRET}", by=bob)
        return concern

    return act


def dumped():
    """Every row of the database, binary columns as their bytes too."""
    rows = [str(row) for model in (Concern, Entry) for row in model.objects.values()]
    management.call_command("dumpdata", "concerns", "activity", "search", stdout=(out := io.StringIO()))
    return "\n".join([*rows, out.getvalue()])


@pytest.mark.parametrize("protection", Protection)
def test_a_copy_of_the_database_tells_words_only_of_what_is_not_encrypted(protection, told):
    told(protection)
    copy = dumped()
    hidden = protection in ENCRYPTED
    assert ("Hausmeister" in copy, PLACE in copy) == (not hidden, not hidden)
    assert "Telltale" not in copy
    assert "tilda" not in copy


@pytest.mark.parametrize("protection", ENCRYPTED)
def test_everything_reads_as_it_was_written(protection, told):
    concern = Concern.objects.get(pk=told(protection).pk)
    assert (concern.title, concern.place) == (SECRET, PLACE)
    assert [entry.words for entry in conversation_of(concern)] == [SECRET]
    assert concern.parties.get().person.name == NAME


def test_without_its_key_a_concern_tells_nothing(told):
    concern = told(Protection.SEALED)
    Concern.objects.filter(pk=concern.pk).update(key=b"")
    concern = Concern.objects.get(pk=concern.pk)
    assert (concern.title, concern.parties.get().person.name) == ("", "")
    assert open_text(concern, concern.entries.first().sealed) == ""


@pytest.mark.parametrize(("protection", "assigned"), list(product(Protection, [None, "bob", "cora"])))
def test_rule_and_query_say_the_same(protection, assigned, hand_in, cora, cast):
    concern, _ = hand_in(SECRET, protection=protection)
    if assigned:
        assign_concern(concern, {"bob": cast.bob, "cora": cora}[assigned], by=cora)
    people = {**vars(cast), "cora": cora}
    people = {name: user for name, user in people.items() if hasattr(user, "email")}
    by_rule = {name for name, user in people.items() if user.has_perm("concerns.view_concern", concern)}
    by_query = {name for name, user in people.items() if concerns_visible_to(user).exists()}
    trusted = {assigned} if protection == Protection.SEALED and assigned else {"cora", assigned} - {None}
    assert by_rule == by_query == (trusted if protection in ENCRYPTED else {"bob", "lena", "cora"})


@pytest.mark.parametrize(
    ("protection", "admitted", "reads"),
    [
        (Protection.NORMAL, "office", True),
        (Protection.CONFIDENTIAL, "office", False),
        (Protection.SEALED, "office", False),
        (Protection.SEALED, "dora", True),
    ],
)
def test_somebody_let_in_reads_as_far_as_the_protection_goes(protection, admitted, reads, hand_in, cast):
    concern, _ = hand_in(protection=protection)
    who = {"office": cast.other_office} if admitted == "office" else {"user": cast.dora}
    Admission.objects.create(concern=concern, right=Admission.Right.READ, **who)
    assert cast.dora.has_perm("concerns.view_concern", concern) is reads
    assert concerns_visible_to(cast.dora).exists() is reads
    assert not cast.dora.has_perm("concerns.work_on_concern", concern)


def test_colleagues_without_the_right_see_neither_subject_nor_number(client, told, bob, cora):
    concern = told(Protection.SEALED)
    client.force_login(bob)
    assert client.get(reverse("desk_case", args=[concern.reference])).status_code == 404
    inbox = client.get(reverse("desk_inbox")).content.decode()
    assert concern.reference not in inbox
    assert client.get(reverse("desk_inbox")).context["counts"].unassigned == 0
    client.force_login(cora)
    assert SECRET in client.get(reverse("desk_inbox")).content.decode()


def test_reading_is_recorded(client, told, cora):
    concern = told(Protection.SEALED)
    client.force_login(cora)
    client.get(reverse("desk_case", args=[concern.reference]))
    last = activities_of(concern).last()
    assert (last.verb, last.actor, last.details) == ("read", cora, {})


def test_a_sealed_concern_taken_by_one_is_closed_to_the_others(told, cora, office):
    concern = told(Protection.SEALED)
    other = make_user("clara@city.example", office=office, role=Role.COUNSELLOR)
    take_concern(concern, by=cora)
    assert not other.has_perm("concerns.view_concern", concern)
    assert cora.has_perm("concerns.view_concern", concern)


@pytest.mark.parametrize(
    ("former", "now"), [(Protection.SEALED, Protection.NORMAL), (Protection.OPEN, Protection.SEALED)]
)
def test_the_person_changes_the_protection_and_what_is_stored_follows(former, now, told):
    concern = told(former)
    change_protection(concern, now)
    concern = Concern.objects.get(pk=concern.pk)
    assert (concern.title, concern.place) == (SECRET, PLACE)
    assert [entry.words for entry in concern.entries.all()] == [SECRET, f"Notiz zu: {SECRET}"]
    assert ("Hausmeister" in dumped()) is (now not in ENCRYPTED)
    change = activities_of(concern).last()
    assert (change.verb, change.details) == ("protection_changed", {"former": former.value, "now": now.value})


def test_changing_what_has_changed_meanwhile_changes_nothing(told):
    concern = told(Protection.SEALED)
    Concern.objects.filter(pk=concern.pk).update(version=9)
    with pytest.raises(ChangedMeanwhile):
        change_protection(concern, Protection.OPEN)
    assert Concern.objects.get().protection == Protection.SEALED


def test_the_person_is_asked_before_the_protection_changes(client, hand_in):
    concern, code = hand_in(SECRET, protection=Protection.CONFIDENTIAL)
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    page = client.get(reverse("concern_protect")).content.decode()
    assert "mehr Menschen der Stadt" in page or "more people of the city" in page
    assert client.post(reverse("concern_protect"), {"protection": "everybody"}).context["form"].errors
    client.post(reverse("concern_protect"), {"protection": "normal"})
    assert Concern.objects.get().protection == Protection.NORMAL


def test_discrimination_is_confidential_at_least_and_a_petition_wants_a_name(client, office):
    response = client.post(reverse("concern_start"), {"text": SECRET, "office": office.slug})
    token = response["Location"].split("/")[-3]

    def at(step, **given):
        return client.post(reverse(f"concern_{step}", args=[token]), given)

    at("protection", protection="open", anonymous="yes")
    assert at("about", kind="petition").context["form"].errors.keys() == {"kind"}
    at("about", kind="discrimination")
    at("particulars")
    at("check")
    concern = Concern.objects.get()
    assert (concern.kind, concern.protection, concern.subject) == ("discrimination", Protection.CONFIDENTIAL, "")
