# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is read, for editors and leadership: a page with pictures of data and their tables, and the same as CSV."""

import csv
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from io import StringIO

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from friedensplatz.accounts.access import staff_only
from friedensplatz.website.statistics import reading
from friedensplatz.website.statistics.reading import Bar, Period

DAYS: dict[str, tuple[int, str | Promise]] = {
    "month": (30, _("The last 30 days")),
    "year": (365, _("The last 12 months")),
    "all": (760, _("The last 25 months")),
}
HEIGHT = 100


@dataclass(frozen=True)
class Column:
    """A bar of the drawing, in its units; the drawing is `HEIGHT` high and ten wide for each bar."""

    x: int
    y: float
    height: float
    bar: Bar


def _readers_only(view: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm("website.view_statistics"):
            raise PermissionDenied
        return view(request)

    return staff_only(guarded)


@require_safe
@_readers_only
def statistics(request: HttpRequest) -> HttpResponse:
    """Trend, most read pages, languages, offices, searches of a period."""
    name, period = _asked(request)
    bars = reading.trend(period)
    context = {
        "periods": [(key, label, key == name) for key, (_days, label) in DAYS.items()],
        "period": period,
        "chosen": name,
        "bars": bars,
        "columns": _columns(bars),
        "width": 10 * len(bars),
        "highest": max(bars, key=lambda bar: bar.count or 0),
        "total": sum(bar.count or 0 for bar in bars),
        "lines": reading.most_read(period),
        "languages": reading.by_language(period),
        "offices": reading.by_office(period),
        "asked": reading.asked(period),
    }
    return render(request, "website/statistics.html", context)


@require_safe
@_readers_only
def statistics_export(request: HttpRequest) -> HttpResponse:
    """Everything that may be told of a period, one line for each page and language."""
    name, period = _asked(request)
    out = StringIO()
    table = csv.writer(out)
    table.writerow(["from", "until", "page", "thing", "language", "views"])
    for row in reading.rows_for_export(period):
        table.writerow([period.first, period.last, *row])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="statistics-{name}-{period.last}.csv"'
    return response


def _asked(request: HttpRequest) -> tuple[str, Period]:
    name = request.GET.get("period", "")
    name = name if name in DAYS else "month"
    today = timezone.localdate()
    return name, Period(today - dt.timedelta(days=DAYS[name][0] - 1), today)


def _columns(bars: list[Bar]) -> list[Column]:
    highest = max((bar.count or 0 for bar in bars), default=0) or 1
    heights = [round(HEIGHT * (bar.count or 0) / highest, 1) for bar in bars]
    return [
        Column(10 * number, HEIGHT - height, height, bar)
        for number, (height, bar) in enumerate(zip(heights, bars, strict=True))
    ]
