# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A case of discrimination: what is asked, the day of the law, consent, the counsellor's plan, the counts."""

import datetime as dt

import pytest
from django.urls import reverse

from friedensplatz.accounts.models import Role
from friedensplatz.concerns.actions import ask_person
from friedensplatz.concerns.claims import claim_by
from friedensplatz.concerns.consents import withdraw_consent
from friedensplatz.concerns.counselling import assess_concern, plan_steps
from friedensplatz.concerns.forms.discrimination import DiscriminationForm
from friedensplatz.concerns.jobs import remind_of_late_concerns
from friedensplatz.concerns.models import Concern, Consent, Deadline, Kind, PlanStep, Pointer, Protection, Tally
from friedensplatz.concerns.tallies import Figure, suppressed
from tests.cast import make_user

TOLD = {"incident_on": "2026-09-30", "field": "work", "grounds": ["origin", "age"], "consent": True}


@pytest.fixture
def cora(office):
    return make_user("cora@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def case(hand_in):
    def act(**told):
        given = {"kind": Kind.DISCRIMINATION, "protection": Protection.CONFIDENTIAL, "particulars": {**TOLD, **told}}
        return hand_in("Sie sagten, jemand wie ich passe nicht ins Team.", **given)

    return act


@pytest.fixture
def status(client, case):
    """Opens the status page of a case as the person."""
    concern, code = case()
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    return concern


@pytest.mark.parametrize(
    ("incident", "last"),
    [
        ("2026-09-22", "2026-11-22"),
        ("2026-12-31", "2027-02-28"),
        ("2027-12-31", "2028-02-29"),
        ("2026-10-31", "2026-12-31"),
        ("2026-11-15", "2027-01-15"),
    ],
)
def test_claims_end_on_the_same_day_two_months_later_or_the_last_of_the_month(incident, last):
    assert claim_by(dt.date.fromisoformat(incident)).isoformat() == last


def test_the_day_of_the_law_stands_beside_the_promises_and_no_wait_stops_it(case, cora):
    concern, _ = case()
    ask_person(concern, "Wer war dabei?", by=cora)
    claim = concern.deadlines.get(rule=Deadline.Rule.CLAIM)
    assert (claim.starts, claim.due, claim.pauses) == (dt.date(2026, 9, 30), dt.date(2026, 11, 30), [])


def test_a_passed_day_of_the_law_is_no_broken_promise_of_the_city(case):
    case(incident_on="2020-01-01")
    assert remind_of_late_concerns(dt.datetime.now(dt.UTC)) == 0


def test_without_consent_the_kind_does_not_go_on():
    form = DiscriminationForm({"what": "Etwas"})
    assert not form.is_valid()
    assert list(form.errors) == ["consent"]


def test_a_day_in_the_future_is_refused():
    assert "incident_on" in DiscriminationForm({"consent": "on", "incident_on": "2999-01-01"}).errors


def test_consent_is_kept_with_its_words_and_withdrawing_ends_the_counselling(case):
    concern, _ = case()
    consent = Consent.objects.get()
    assert (consent.concern, consent.version, consent.withdrawn_at) == (concern, "2026-11", None)
    withdraw_consent(concern, Consent.Purpose.SENSITIVE)
    withdraw_consent(concern, Consent.Purpose.SENSITIVE)
    fresh = Concern.objects.get(pk=concern.pk)
    assert (fresh.outcome, fresh.particulars, fresh.title) == ("withdrawn", {}, concern.title)
    assert Consent.objects.get().withdrawn_at is not None


def test_the_person_takes_consent_back_on_the_status_page(client, status):
    Pointer.objects.create(field="work", name={"de": "Bundesstelle"}, why={"de": "Sie berät."})
    page = client.get(reverse("concern_status")).content.decode()
    assert ("30. November 2026" in page, "Bundesstelle" in page) == (True, True)
    address = reverse("concern_consent", args=["sensitive"])
    assert client.get(address).status_code == 200
    assert client.post(address, {"deed": "withdraw"}).status_code == 302
    assert Consent.objects.get().withdrawn_at is not None


def test_a_stranger_cannot_take_it_back(client, case):
    case()
    assert client.post(reverse("concern_consent", args=["sensitive"]), {"deed": "withdraw"}).status_code == 302
    assert Consent.objects.get().withdrawn_at is None


def test_the_counsellor_corrects_the_day_and_plans(client, case, cora):
    concern, _ = case()
    assess_concern(concern, "agg_work", incident=dt.date(2026, 10, 5), claimed=True, by=cora)
    claim = concern.deadlines.get(rule=Deadline.Rule.CLAIM)
    assert (claim.due, claim.met_at is not None) == (dt.date(2026, 12, 5), True)
    plan_steps(concern, [], words="Arbeitgeber anschreiben", day=None, by=cora)
    step = PlanStep.objects.get()
    assert (step.words, b"Arbeitgeber" in bytes(step.sealed)) == ("Arbeitgeber anschreiben", False)
    plan_steps(concern, [step], day=None, by=cora)
    assert PlanStep.objects.get().done_at is not None
    client.force_login(cora)
    page = client.get(reverse("desk_case", args=[concern.reference])).content.decode()
    assert "Arbeitgeber anschreiben" in page
    for deed in ("assess", "plan"):
        assert client.get(reverse("desk_deed", args=[concern.reference, deed])).status_code == 200


def test_a_step_of_the_plan_is_made_at_the_desk(client, case, cora):
    concern, _ = case()
    client.force_login(cora)
    address = reverse("desk_deed", args=[concern.reference, "plan"])
    client.post(address, {"version": concern.version, "words": "Gespräch", "day": "2026-12-01"})
    assert [(step.words, step.day) for step in PlanStep.objects.all()] == [("Gespräch", dt.date(2026, 12, 1))]


def test_counts_survive_the_concern(case):
    case()[0].delete()
    rows = Tally.objects.values_list("what", "value", "number").order_by("what", "value")
    assert list(rows) == [("field", "work", 1), ("ground", "age", 1), ("ground", "origin", 1)]


def test_small_numbers_are_hidden_and_never_alone():
    assert suppressed({"a": 4, "b": 9, "c": 6, "d": 0}) == [
        Figure("a", None),
        Figure("b", 9),
        Figure("c", None),
        Figure("d", 0),
    ]
    assert suppressed({"a": 5, "b": 9}) == [Figure("a", 5), Figure("b", 9)]
