# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.utils import timezone

from friedensplatz.concerns.actions import answer_concern, ask_person, reopen_concern, take_concern, write_back
from friedensplatz.concerns.models import Deadline
from friedensplatz.concerns.promises import go_on, stop_clock, working_days_between

MONDAY = dt.date(2026, 11, 23)


def answer_of(concern):
    return concern.deadlines.get(rule=Deadline.Rule.ANSWER)


def test_working_days_leave_out_weekends_and_holidays():
    assert working_days_between(dt.date(2026, 12, 23), dt.date(2026, 12, 28)) == 2
    assert working_days_between(MONDAY, MONDAY) == 0


def test_due_day_moves_by_the_working_days_the_clock_stood():
    deadline = Deadline(starts=MONDAY, due=MONDAY + dt.timedelta(days=28))
    stop_clock(deadline, MONDAY)
    stop_clock(deadline, MONDAY + dt.timedelta(days=1))
    go_on(deadline, MONDAY + dt.timedelta(days=7))
    go_on(deadline, MONDAY + dt.timedelta(days=9))
    assert deadline.pauses == [["2026-11-23", "2026-11-30"]]
    assert deadline.due == dt.date(2026, 12, 29)


def test_promise_is_twenty_working_days_when_received(concern, monkeypatch):
    assert answer_of(concern).due == concern.answer_due
    assert working_days_between(timezone.localdate(), concern.answer_due) == 20


def test_clock_stands_while_the_person_is_asked_and_goes_on_when_they_write(concern, bob):
    ask_person(concern, "Welche Hausnummer?", by=bob)
    assert answer_of(concern).pauses[-1][1] is None
    write_back(concern, "Nummer 12")
    assert answer_of(concern).pauses[-1][1] is not None


def test_first_look_is_kept_when_somebody_takes_it(concern, bob):
    look = concern.deadlines.get(rule=Deadline.Rule.ACKNOWLEDGEMENT)
    assert look.met_at is None
    take_concern(concern, by=bob)
    look.refresh_from_db()
    assert look.met_at is not None


def test_promise_begins_anew_when_the_person_reopens(concern, bob):
    answer_concern(concern, "Erledigt.", by=bob)
    assert answer_of(concern).met_at is not None
    Deadline.objects.update(due=dt.date(2020, 1, 1))
    reopen_concern(concern, "Sie ist noch immer kaputt.")
    assert answer_of(concern).met_at is None
    assert answer_of(concern).due == concern.answer_due
    assert working_days_between(timezone.localdate(), concern.answer_due) == 20
