# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands under "what needs you today": names asked for, days of the law, people who wrote back."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from friedensplatz.accounts.models import Role
from friedensplatz.activity.models import Activity
from friedensplatz.concerns.actions import ask_person, note_concern, take_concern, write_back
from friedensplatz.concerns.counselling import assess_concern
from friedensplatz.concerns.disclosing import ask_disclosure
from friedensplatz.concerns.jobs import remind_of_legal_days
from friedensplatz.concerns.mail.joining import add_note
from friedensplatz.concerns.models import Deadline, Kind, Protection, Rule
from friedensplatz.core.attention import group_for
from tests.cast import make_user

WORDS = "Sie sagten, jemand wie ich passe nicht ins Team."
NAMES, CLAIMS, ANSWERED = "concerns.names_asked_for", "concerns.claims", "concerns.words"


@pytest.fixture
def cora(office):
    return make_user("cora@city.example", office=office, role=Role.COUNSELLOR)


@pytest.fixture
def case(hand_in):
    """A case of discrimination whose claims end in so many days."""

    def act(days, **given):
        told = {"incident_on": "2026-01-01", "consent": True}
        given = {"kind": Kind.DISCRIMINATION, "protection": Protection.CONFIDENTIAL, "particulars": told, **given}
        concern, _code = hand_in(WORDS, **given)
        due = timezone.localdate() + dt.timedelta(days=days)
        Deadline.objects.filter(concern=concern, rule=Deadline.Rule.CLAIM).update(due=due)
        return concern

    return act


def tasks(user, name):
    return [task.title for task in group_for(user, name, most=50).tasks]


def remind(days=0):
    """What the job says so many days from now."""
    return remind_of_legal_days(timezone.now() + dt.timedelta(days=days))


def test_those_who_may_agree_find_the_question_among_their_tasks(hand_in, cora, bob, lena, office):
    concern, _code = hand_in(WORDS, protection=Protection.SEALED)
    ask_disclosure(concern, "Wegen des Termins.", by=cora)
    assert [tasks(user, NAMES) for user in (lena, cora, bob)] == [["Cora"], [], []]


def test_the_day_of_the_law_is_told_fourteen_and_three_days_before_and_no_more(case):
    case(15)
    assert [remind(day) for day in (0, 1, 1, 2, 11, 12, 12, 15, 16)] == [0, 1, 0, 0, 0, 1, 0, 0, 0]
    assert [one.verb for one in Activity.objects.filter(verb="claim_near")] == ["claim_near"] * 2


def test_a_case_that_comes_late_is_told_of_once_and_one_that_is_settled_never(case, cora):
    case(1)
    assert [remind() for _run in range(2)] == [1, 0]
    settled = case(10)
    assess_concern(settled, "agg_work", incident=dt.date(2026, 1, 1), claimed=True, by=cora)
    assert remind() == 0


def test_the_city_lays_down_other_days(case):
    rule = Rule.objects.create(kind=Kind.DISCRIMINATION, acknowledge_days=2, answer_days=10, remind_days="30")
    case(20)
    assert [remind() for _run in range(2)] == [1, 0]
    Rule.objects.update(remind_days="")
    case(2)
    assert remind() == 0
    rule.remind_days = "bald"
    with pytest.raises(ValidationError):
        rule.full_clean()


def test_who_has_a_case_and_who_may_lead_it_see_the_day_and_colleagues_do_not(
    case, cora, bob, lena, client, django_capture_on_commit_callbacks
):
    concern, other = case(10), case(40)
    assert [tasks(user, CLAIMS) for user in (cora, bob, lena)] == [[concern.reference], [], []]
    with django_capture_on_commit_callbacks(execute=True):
        take_concern(concern, by=cora)
        remind()
    head = make_user("hedda@city.example", office=concern.office, role=Role.COUNSELLOR)
    assert [tasks(user, CLAIMS) for user in (cora, head)] == [[concern.reference], []]
    client.force_login(cora)
    page = client.get(reverse("desk_home")).content.decode()
    assert (concern.reference in page, WORDS in page, other.reference in page) == (True, False, False)


def test_leads_see_the_day_among_what_is_late_also_when_it_has_passed(case, cora, lena, client):
    near, passed, far = case(10), case(-3), case(40)
    for concern in (near, passed, far):
        take_concern(concern, by=lena)
    client.force_login(lena)
    rows = client.get(reverse("desk_overview")).context["late"]
    assert {concern.pk: len(concern.claims) for concern, _since in rows} == {near.pk: 1, passed.pk: 1}


def test_whose_person_wrote_last_stands_there_until_somebody_writes(concern, bob, lena):
    take_concern(concern, by=bob)
    assert tasks(bob, ANSWERED) == []
    ask_person(concern, "Wo genau?", by=bob)
    write_back(concern, "Vor Haus 12.")
    add_note(concern, "Eine Datei wurde nicht genommen.")  # the house itself, not a colleague
    assert (tasks(bob, ANSWERED), tasks(lena, ANSWERED)) == ([concern.reference], [])
    note_concern(concern, "Gelesen.", by=bob)
    assert tasks(bob, ANSWERED) == []


def test_tasks_take_as_many_queries_for_three_as_for_one(hand_in, bob, django_assert_num_queries):
    def written():
        concern, _code = hand_in()
        take_concern(concern, by=bob)
        write_back(concern, "Und?")

    written()
    tasks(bob, ANSWERED)
    with django_assert_num_queries(1):
        tasks(bob, ANSWERED)
    for _more in range(2):
        written()
    with django_assert_num_queries(1):
        assert len(tasks(bob, ANSWERED)) == 3
