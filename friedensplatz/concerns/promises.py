# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clock of a promise in working days: it starts, stands still while the city waits for the person, goes on."""

import datetime as dt

from django.conf import settings

from friedensplatz.concerns.models import Concern, Deadline
from friedensplatz.core.dates import add_working_days, is_working_day


def new_deadlines(concern: Concern, day: dt.date) -> list[Deadline]:
    """The promises made when a concern is received; working days come from the settings."""
    lengths = {
        Deadline.Rule.ACKNOWLEDGEMENT: settings.ACKNOWLEDGE_WORKING_DAYS,
        Deadline.Rule.ANSWER: settings.ANSWER_WORKING_DAYS,
    }
    return [
        Deadline(concern=concern, rule=rule, starts=day, due=add_working_days(day, length))
        for rule, length in lengths.items()
    ]


def answer_due(day: dt.date) -> dt.date:
    return add_working_days(day, settings.ANSWER_WORKING_DAYS)


def working_days_between(first: dt.date, last: dt.date) -> int:
    """Working days after `first` up to and including `last`."""
    return sum(is_working_day(first + dt.timedelta(days=n)) for n in range(1, (last - first).days + 1))


def stop_clock(deadline: Deadline, day: dt.date) -> None:
    """From this day on the city waits; stopping twice changes nothing."""
    if not clock_stands(deadline):
        deadline.pauses = [*deadline.pauses, [day.isoformat(), None]]


def go_on(deadline: Deadline, day: dt.date) -> None:
    """The due day moves by the working days the clock stood still."""
    if not clock_stands(deadline):
        return
    since = dt.date.fromisoformat(deadline.pauses[-1][0])
    deadline.pauses = [*deadline.pauses[:-1], [since.isoformat(), day.isoformat()]]
    deadline.due = add_working_days(deadline.due, working_days_between(since, day))


def clock_stands(deadline: Deadline) -> bool:
    return bool(deadline.pauses) and deadline.pauses[-1][1] is None
