# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clock of a promise in working days: it starts, stands still while the city waits for the person, goes on."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from friedensplatz.concerns.claims import claim_by, incident_of
from friedensplatz.concerns.models import Concern, Deadline, Kind, Rule
from friedensplatz.concerns.workflow import ENDED, STOPS_CLOCK, State
from friedensplatz.core.caching import remembered
from friedensplatz.core.dates import add_working_days, is_working_day


def answer_due(day: dt.date, kind: str = "") -> dt.date:
    """By when a concern of a kind received, or reopened, on this day is answered."""
    return add_working_days(day, promise_for(kind).answer)


@dataclass(frozen=True)
class Promise:
    """Working days; the source may be empty. `remind` are the days before a day of the law on which we remind of it."""

    acknowledge: int
    answer: int
    source: str = ""
    remind: tuple[int, ...] = (14, 3)


def promise_for(kind: str = "") -> Promise:
    """What the city promises for a kind, as its rules say; the settings where there is no rule."""
    days = settings.BARRIER_WORKING_DAYS if kind == Kind.BARRIER else settings.ANSWER_WORKING_DAYS
    return promises().get(kind, Promise(settings.ACKNOWLEDGE_WORKING_DAYS, days))


def promises() -> dict[str, Promise]:
    """The promises of the rules, by kind."""
    return remembered("concern-promises", lambda: {rule.kind: _promise(rule) for rule in Rule.objects.all()})


def _promise(rule: Rule) -> Promise:
    remind = tuple(int(days) for days in rule.remind_days.split(",") if days)
    return Promise(rule.acknowledge_days, rule.answer_days, rule.source, remind)


def new_deadlines(concern: Concern, day: dt.date) -> list[Deadline]:
    """The promises made when a concern is received, and the day of the law where one runs; not yet stored."""
    first_look = add_working_days(day, promise_for(concern.kind).acknowledge)
    dues = {Deadline.Rule.ACKNOWLEDGEMENT: first_look, Deadline.Rule.ANSWER: concern.answer_due}
    promised = [Deadline(concern=concern, rule=rule, starts=day, due=due) for rule, due in dues.items()]
    incident = incident_of(concern.particulars)
    return [*promised, claim_deadline(concern, incident)] if incident else promised


def claim_deadline(concern: Concern, incident: dt.date) -> Deadline:
    """The statutory day that follows from an incident, not yet stored."""
    return Deadline(concern=concern, rule=Deadline.Rule.CLAIM, starts=incident, due=claim_by(incident))


def reopen_until(concern: Concern) -> dt.date:
    """The last day on which the person can take the concern up again; for an open one, if it ended today."""
    return timezone.localdate(concern.ended_at) + dt.timedelta(days=settings.REOPEN_DAYS)


def can_be_reopened(concern: Concern) -> bool:
    return timezone.localdate() <= reopen_until(concern)


def statement_due(day: dt.date) -> dt.date:
    """By when an office asked on this day says something, unless another day is named."""
    return add_working_days(day, settings.STATEMENT_WORKING_DAYS)


def working_days_between(first: dt.date, last: dt.date) -> int:
    """Working days after `first` up to and including `last`."""
    return sum(is_working_day(first + dt.timedelta(days=n)) for n in range(1, (last - first).days + 1))


def stop_clock(deadline: Deadline, day: dt.date) -> None:
    """From this day on the city waits; stopping twice changes nothing."""
    if not clock_stands(deadline):
        deadline.pauses = [*deadline.pauses, [day.isoformat(), None]]


def go_on(deadline: Deadline, day: dt.date) -> None:
    """The due day moves by the working days the clock stood still."""
    if clock_stands(deadline):
        since = dt.date.fromisoformat(deadline.pauses[-1][0])
        deadline.pauses = [*deadline.pauses[:-1], [since.isoformat(), day.isoformat()]]
        deadline.due = add_working_days(deadline.due, working_days_between(since, day))


def clock_stands(deadline: Deadline) -> bool:
    return bool(deadline.pauses) and deadline.pauses[-1][1] is None


def restart(deadline: Deadline, day: dt.date) -> None:
    """A reopened concern is promised an answer anew."""
    deadline.starts, deadline.due, deadline.pauses = day, answer_due(day, deadline.concern.kind), []
    deadline.met_at = deadline.reminded_at = None


def keep_promises(concern: Concern, was: State) -> dt.date:
    """Move the clocks after a concern went from `was` to its state; returns the day the answer is due now."""
    now = timezone.now()
    deadlines = {deadline.rule: deadline for deadline in concern.deadlines.all()}
    first_look, answer = deadlines[Deadline.Rule.ACKNOWLEDGEMENT], deadlines[Deadline.Rule.ANSWER]
    if concern.state != State.RECEIVED and first_look.met_at is None:
        first_look.met_at = now
        first_look.save(update_fields=["met_at"])
    _turn(answer, State(concern.state), was, now)
    answer.save(update_fields=["starts", "due", "pauses", "met_at", "reminded_at"])
    return answer.due


def _turn(answer: Deadline, state: State, was: State, now: dt.datetime) -> None:
    today = timezone.localdate(now)
    if was in ENDED and state not in ENDED:
        restart(answer, today)
    elif answer.concern.waiting_for in STOPS_CLOCK[answer.rule]:
        stop_clock(answer, today)
    else:
        go_on(answer, today)
    if state in ENDED and answer.met_at is None:
        answer.met_at = now
