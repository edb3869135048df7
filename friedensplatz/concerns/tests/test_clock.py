# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The server's clock is set forward or back, by an hour or a day, and the two nights a year in which the hour changes."""

import datetime as dt
import time

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.concerns import guessing
from friedensplatz.concerns.actions import answer_concern, ask_person, assign_concern, take_concern, write_back
from friedensplatz.concerns.desk.history import story_of
from friedensplatz.concerns.drafts import Content, content_of, find_draft, receipt_of, start_draft
from friedensplatz.concerns.models import Concern, Deadline
from friedensplatz.concerns.queries import conversation_of, timeline_of
from friedensplatz.core.jobs import all_jobs, enrol, run_due_jobs
from friedensplatz.core.models import JobRun

pytestmark = pytest.mark.django_db

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
JUMPS = [pytest.param(jump, id=str(jump)) for jump in (HOUR, DAY, -HOUR, -DAY)]


@pytest.fixture
def jump(monkeypatch):
    """Sets the clock that Django and Python read to another time than the world's."""
    real_now, real_time = timezone.now, time.time

    def act(by):
        monkeypatch.setattr(timezone, "now", lambda: real_now() + by)
        monkeypatch.setattr(time, "time", lambda: real_time() + by.total_seconds())

    return act


@pytest.mark.parametrize("by", JUMPS)
def test_form_that_is_being_filled_in_is_handed_in_once(client, office, jump, by):
    token = start_draft(
        Content("Die Laterne ist kaputt.", office.pk, kind="complaint", protection="normal", anonymous=True)
    )
    jump(by)
    assert content_of(find_draft(token), token).text == "Die Laterne ist kaputt."
    check = reverse("concern_check", args=[token])
    to = client.post(check, {"sent": "1"})["Location"]
    jump(dt.timedelta())
    assert client.post(check, {"sent": "1"})["Location"] == to
    assert (receipt_of(find_draft(token), token) is None) == (by < dt.timedelta())
    assert Concern.objects.count() == 1


@pytest.mark.parametrize("by", [-HOUR, -DAY])
def test_receipt_opens_its_concern_after_the_clock_was_set_back(client, hand_in, jump, by):
    concern, code = hand_in()
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    jump(by)
    assert concern.reference in client.get(reverse("concern_status")).content.decode()
    client.cookies.clear()
    answer = client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    assert answer.status_code == 302


@pytest.mark.parametrize("by", [-HOUR, -DAY])
def test_nobody_waits_longer_after_wrong_codes_because_the_clock_was_set_back(rf, jump, by):
    request = rf.get("/")
    jump(-by)
    for _try in range(5):
        guessing.count_wrong_code(request, "AAA-AAAA")
    day = timezone.localdate()
    jump(dt.timedelta())
    if timezone.localdate() == day:
        assert 0 < guessing.seconds_to_wait(request, "AAA-AAAA") <= 5


@pytest.mark.parametrize("by", JUMPS)
def test_story_is_told_in_the_order_in_which_it_happened(hand_in, bob, jump, by):
    concern = hand_in("eins")[0]
    take_concern(concern, by=bob)
    ask_person(concern, "zwei", by=bob)
    jump(by)
    write_back(concern, "drei")
    answer_concern(concern, "vier", by=bob)
    assert [entry.words for entry in conversation_of(concern)] == ["eins", "zwei", "drei", "vier"]
    story = story_of(concern, timeline_of(concern, bob))
    assert [part.words for part in story if hasattr(part, "words")] == ["eins", "zwei", "drei", "vier"]
    deeds = [part.activity.verb for part in story if hasattr(part, "activity")]
    assert deeds == ["received", "taken"]


@pytest.mark.parametrize("by", [-HOUR, -DAY])
def test_promise_never_comes_before_it_was_made_and_no_pause_is_negative(hand_in, bob, jump, by):
    concern = hand_in()[0]
    ask_person(concern, "Wo?", by=bob)
    due = concern.deadlines.get(rule=Deadline.Rule.ANSWER).due
    jump(by)
    write_back(concern, "Hier.")
    answer = concern.deadlines.get(rule=Deadline.Rule.ANSWER)
    assert (answer.due, concern.answer_due) == (due, due)
    assert answer.starts < answer.due


@pytest.mark.parametrize("by", [HOUR, DAY])
def test_work_goes_on_at_once_when_a_clock_that_was_ahead_is_set_right(jump, by):
    worker = enrol()
    jump(by)
    assert run_due_jobs(worker) > 0
    jump(dt.timedelta())
    run_due_jobs(worker)
    assert not JobRun.objects.filter(last_started__gt=timezone.now(), name__in=all_jobs()).exists()


def test_claim_of_a_killed_worker_ends_when_its_clock_was_ahead(jump):
    worker, now = enrol(), timezone.now()
    JobRun.objects.update(claimed_by="killed", claimed_until=now + DAY, due_at=now)
    assert run_due_jobs(worker) > 0
    assert not JobRun.objects.filter(claimed_by="killed", name__in=all_jobs()).exists()


@pytest.mark.parametrize(
    ("moment", "received", "first_look"),
    [
        # In the night of 29 March 2026, a Sunday, two o'clock becomes three; the night before it is still winter.
        ("2026-03-28T22:59:59+00:00", "2026-03-28", "2026-04-01"),
        ("2026-03-28T23:00:00+00:00", "2026-03-29", "2026-04-01"),
        ("2026-03-29T21:59:59+00:00", "2026-03-29", "2026-04-01"),
        ("2026-03-29T22:00:00+00:00", "2026-03-30", "2026-04-02"),
        # In the night of 25 October, a Sunday, three o'clock becomes two: half past two comes twice.
        ("2026-10-24T22:00:00+00:00", "2026-10-25", "2026-10-28"),
        ("2026-10-25T00:30:00+00:00", "2026-10-25", "2026-10-28"),
        ("2026-10-25T01:30:00+00:00", "2026-10-25", "2026-10-28"),
        ("2026-10-25T22:59:59+00:00", "2026-10-25", "2026-10-28"),
        ("2026-10-25T23:00:00+00:00", "2026-10-26", "2026-10-29"),
    ],
)
def test_promise_counts_from_the_citys_day_in_the_nights_the_hour_changes(hand_in, moment, received, first_look):
    concern = hand_in(received_at=dt.datetime.fromisoformat(moment))[0]
    promised = concern.deadlines.get(rule=Deadline.Rule.ACKNOWLEDGEMENT)
    assert (promised.starts.isoformat(), promised.due.isoformat()) == (received, first_look)


def test_session_of_a_colleague_ends_when_the_clock_goes_forward_and_what_was_typed_waits(client, concern, bob, jump):
    assign_concern(concern, bob, by=bob)
    client.force_login(bob)
    case = reverse("desk_case", args=[concern.reference])
    jump(-DAY)
    assert client.get(case).status_code == 200
    jump(DAY)
    assert client.get(case).status_code == 302
