# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dates as sources give them (a year, a month or a day), said in the language of the page."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def say_date(value: str) -> str:
    """“2018”, “May 2023” or “7 May 2023” for `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else unchanged."""
    try:
        if len(value) == len("YYYY-MM"):
            return date_format(dt.date.fromisoformat(f"{value}-01"), "YEAR_MONTH_FORMAT")
        if len(value) == len("YYYY-MM-DD"):
            return date_format(dt.date.fromisoformat(value), "DATE_FORMAT")
    except ValueError:
        return value
    return value


def say_years(since: str, until: str) -> str:
    """From when to when, as far as a source tells; empty when it tells neither."""
    first, last = say_date(since), say_date(until)
    if first and last:
        return first if first == last else f"{first}–{last}"
    if first:
        return _("since %(date)s") % {"date": first}
    return _("until %(date)s") % {"date": last} if last else ""


def is_over(until: str, today: dt.date) -> bool:
    """Whether a span has ended: its last year, month or day lies before this one."""
    return bool(until) and until < today.isoformat()[: len(until)]
