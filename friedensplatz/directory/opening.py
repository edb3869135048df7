# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Is it open now, until when, and when does it open next?

Weekly hours, appointments and exceptions are three separate facts: an office that works by appointment is not closed,
and a holiday closes it without touching the weekly hours.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from friedensplatz.core.dates import is_public_holiday
from friedensplatz.core.languages import Translated
from friedensplatz.directory.models import Contact, Hours

DAYS_AHEAD = 28
WORKING_DAYS = 5
Span = tuple[dt.time, dt.time]


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


def opening_of(contact: Contact, now: dt.datetime | None = None) -> Opening:
    """Whether a contact can be reached in person now. Reads `hours` and `exceptions`: prefetch them for lists."""
    now = timezone.localtime(now)
    for opens, closes in spans_on(contact, now.date()):
        if opens <= now.time() < closes:
            until = _at(now, now.date(), closes)
            return Opening(until, None, contact.by_appointment, {})
    return Opening(None, _next_opening(contact, now), contact.by_appointment, _note_on(contact, now.date()))


def spans_on(contact: Contact, day: dt.date) -> list[Span]:
    """Opening times of one day, in order: exceptions first, then public holidays, then the weekly hours."""
    for exception in contact.exceptions.all():
        if exception.first_day <= day <= exception.last_day:
            return [(exception.opens, exception.closes)] if exception.opens and exception.closes else []
    if is_public_holiday(day):
        return []
    return [(hours.opens, hours.closes) for hours in contact.hours.all() if hours.weekday == day.weekday()]


def week_of(contact: Contact) -> list[tuple[str, list[Span]]]:
    """The name of each weekday and its opening times; Saturday and Sunday only where the office opens then."""
    by_day: dict[int, list[Span]] = {day: [] for day in range(WORKING_DAYS)}
    for hours in contact.hours.all():
        by_day.setdefault(hours.weekday, []).append((hours.opens, hours.closes))
    return [(str(Hours.Weekday(day).label), spans) for day, spans in sorted(by_day.items())]


def _next_opening(contact: Contact, now: dt.datetime) -> dt.datetime | None:
    for ahead in range(DAYS_AHEAD):
        day = now.date() + dt.timedelta(days=ahead)
        for opens, _ in spans_on(contact, day):
            start = _at(now, day, opens)
            if start > now:
                return start
    return None


def _note_on(contact: Contact, day: dt.date) -> Translated:
    notes = (one.note for one in contact.exceptions.all() if one.first_day <= day <= one.last_day)
    return next(notes, {})


def _at(now: dt.datetime, day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, tzinfo=now.tzinfo)
