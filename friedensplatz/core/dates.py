# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Working days and public holidays."""

import calendar
import datetime as dt
from functools import lru_cache

import holidays
from django.conf import settings


@lru_cache(maxsize=8)
def _calendar(place: str) -> holidays.HolidayBase:
    country, _, subdivision = place.partition("-")
    return holidays.country_holidays(country, subdiv=subdivision or None)


def is_public_holiday(day: dt.date) -> bool:
    """A holiday of the city's state (setting HOLIDAYS, e.g. `DE-NW`)."""
    return day in _calendar(settings.HOLIDAYS)


def is_working_day(day: dt.date) -> bool:
    """Monday to Friday and no public holiday."""
    return day.weekday() < 5 and not is_public_holiday(day)


def add_working_days(start: dt.date, count: int) -> dt.date:
    """The day that lies `count` working days after `start`; the day of the event does not count (§ 187 (1) BGB)."""
    day = start
    while count > 0:
        day += dt.timedelta(days=1)
        if is_working_day(day):
            count -= 1
    return day


def add_months(day: dt.date, count: int) -> dt.date:
    """The last day of a period of calendar months that begins after `day` (§§ 187 (1), 188 (2) and (3) BGB)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
