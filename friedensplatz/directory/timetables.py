# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Weekly hours and exceptions of all contacts, read together: nearly every page needs some of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from friedensplatz.core.caching import held
from friedensplatz.core.dates import is_public_holiday
from friedensplatz.directory.models import Hours, HoursException

Span = tuple[dt.time, dt.time]


@dataclass(frozen=True)
class Timetable:
    """`week` has the spans of each weekday (0 = Monday) in order; `exceptions` are in order of their first day."""

    week: dict[int, list[Span]] = field(default_factory=dict)
    exceptions: list[HoursException] = field(default_factory=list)

    def spans_on(self, day: dt.date) -> list[Span]:
        """Opening times of one day, in order: exceptions first, then public holidays, then the weekly hours."""
        if one := self.exception_on(day):
            return [(one.opens, one.closes)] if one.opens and one.closes else []
        spans = self.week.get(day.weekday(), [])
        return [] if spans and is_public_holiday(day) else spans

    def exception_on(self, day: dt.date) -> HoursException | None:
        return next((one for one in self.exceptions if one.first_day <= day <= one.last_day), None)

    def exceptions_from(self, day: dt.date) -> list[HoursException]:
        """Those that are not over."""
        return [one for one in self.exceptions if one.last_day >= day]


Timetables = Mapping[int, Timetable]
UNKNOWN = Timetable()


def timetables() -> Timetables:
    """The timetable of every contact that has one, by the contact's key; two queries when something changed."""
    return held("timetables", _read)


def _read() -> Timetables:
    found: dict[int, Timetable] = defaultdict(Timetable)
    hours = Hours.objects.order_by("weekday", "opens").values_list("contact_id", "weekday", "opens", "closes")
    for contact, weekday, *span in hours:
        found[contact].week.setdefault(weekday, []).append((span[0], span[1]))
    for exception in HoursException.objects.order_by("first_day"):
        found[exception.contact_id].exceptions.append(exception)
    return dict(found)
