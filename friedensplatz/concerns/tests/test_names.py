# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who stands behind a concern beside the one who brought it: shown to whoever may know names, else a number."""

import pytest
from django.urls import reverse

from friedensplatz.accounts.models import Role
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.actions import take_concern
from friedensplatz.concerns.disclosing import ask_disclosure, decide_disclosure
from friedensplatz.concerns.forms.particulars import QUESTIONS, answers_of
from friedensplatz.concerns.mail.addresses import reply_address
from friedensplatz.concerns.mediations import invite_side
from friedensplatz.concerns.models import Admission, Disclosure, Incoming, Kind, Protection
from friedensplatz.concerns.tests.mail.samples import arrive
from tests.cast import make_user

JOINT = "Berta Mituns\nCem Mituns"


@pytest.fixture
def cora(office):
    return make_user("cora@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def second(office):
    return make_user("cem@city.example", office=office, role=Role.COUNSELLOR)


def _page(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(name, args=args)).content.decode()


def _agree(concern, *, asker, second):
    ask_disclosure(concern, "Ich lade ein.", by=asker)
    decide_disclosure(Disclosure.objects.get(), granted=True, by=second)


@pytest.mark.parametrize("anonymous", [False, True])
def test_the_other_side_of_a_sealed_dispute_is_named_after_a_second_person_agreed(
    anonymous, hand_in, cora, second, client
):
    more = {"reporter": None} if anonymous else {}
    concern, _code = hand_in(kind=Kind.MEDIATION, protection=Protection.SEALED, **more)
    take_concern(concern, by=cora)
    invite_side(concern, "Karl Nachbar", by=cora)
    assert "Karl Nachbar" not in _page(client, cora, "desk_case", concern.reference)
    _agree(concern, asker=cora, second=second)
    assert "Karl Nachbar" in _page(client, cora, "desk_case", concern.reference)
    assert [one.actor for one in activities_of(concern) if one.verb == "name_read"] == [cora]


@pytest.mark.parametrize("page", ["desk_case", "desk_petition_paper"])
def test_who_is_let_in_to_read_sees_how_many_petition_and_not_who(page, hand_in, bob, dora, other_office, client):
    concern, _code = hand_in(kind=Kind.PETITION, particulars={"joint": JOINT})
    Admission.objects.create(concern=concern, office=other_office, right=Admission.Right.READ)
    assert "Mituns" in _page(client, bob, page, concern.reference)
    seen = _page(client, dora, page, concern.reference)
    number = dict(answers_of(Kind.PETITION, {"joint": JOINT}, names=False)).popitem()[1]
    assert ("Mituns" in seen, "Alice" in seen, number in seen) == (False, False, True)
    assert number.startswith("2 ")


def test_every_answer_that_names_people_is_one_of_the_questions():
    assert {kind: form.names for kind, form in QUESTIONS.items() if form.names} == {
        Kind.PETITION: ("joint",),
        Kind.INITIATIVE: ("contact",),
        Kind.MEDIATION: ("other",),
    }
    for form in QUESTIONS.values():
        assert set(form.names) <= set(form.base_fields)


def test_the_mail_of_a_sealed_concern_does_not_tell_who_sent_it_and_looking_is_recorded(
    settings, hand_in, cora, second, client
):
    settings.MAIL_REPLY_TO = "antwort@city.example"
    concern, _code = hand_in(protection=Protection.SEALED)
    take_concern(concern, by=cora)
    arrive("Noch etwas.", to=reply_address(concern))
    mail = Incoming.objects.get(concern=concern)
    page = _page(client, cora, "desk_mail", mail.pk)
    assert ("Noch etwas." in page, "alice@home" in page, "Alice" in page) == (True, False, False)
    assert activities_of(concern).last().verb == "read"
    _agree(concern, asker=cora, second=second)
    assert "alice@home" in _page(client, cora, "desk_mail", mail.pk)
    assert activities_of(concern).last().verb == "name_read"
