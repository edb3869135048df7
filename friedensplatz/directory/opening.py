# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Is it open now, until when, and when does it open next?

Weekly hours, appointments and exceptions are three separate facts: an office that works by appointment is not closed,
and a holiday closes it without touching the weekly hours.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from friedensplatz.core.languages import Translated
from friedensplatz.directory.models import Contact, Hours
from friedensplatz.directory.timetables import UNKNOWN, Span, Timetable, Timetables

DAYS_AHEAD = 28
WORKING_DAYS = 5


@dataclass(frozen=True)
class Opening:
    """`open_until` when it is open now, else `next_opening` (both in the city's time zone); `note` says why not."""

    open_until: dt.datetime | None
    next_opening: dt.datetime | None
    by_appointment: bool
    note: Translated

    @property
    def is_open(self) -> bool:
        return self.open_until is not None


def opening_of(contact: Contact, timetables: Timetables, now: dt.datetime | None = None) -> Opening:
    """Whether a contact can be reached in person now."""
    now = timezone.localtime(now)
    timetable = timetables.get(contact.pk, UNKNOWN)
    for opens, closes in timetable.spans_on(now.date()):
        if opens <= now.time() < closes:
            return Opening(_at(now, now.date(), closes), None, contact.by_appointment, {})
    today = timetable.exception_on(now.date())
    return Opening(None, _next_opening(timetable, now), contact.by_appointment, today.note if today else {})


def week_of(timetable: Timetable) -> list[tuple[str, list[Span]]]:
    """The name of each weekday and its opening times; Saturday and Sunday only where the office opens then."""
    if not timetable.week:
        return []
    by_day: dict[int, list[Span]] = {day: [] for day in range(WORKING_DAYS)} | timetable.week
    return [(str(Hours.Weekday(day).label), spans) for day, spans in sorted(by_day.items())]


def _next_opening(timetable: Timetable, now: dt.datetime) -> dt.datetime | None:
    for ahead in range(DAYS_AHEAD):
        day = now.date() + dt.timedelta(days=ahead)
        for opens, _ in timetable.spans_on(day):
            start = _at(now, day, opens)
            if start > now:
                return start
    return None


def _at(now: dt.datetime, day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, tzinfo=now.tzinfo)
