# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The annual report: how many concerns of a year there are by kind, topic, district, office, channel, duration, outcome.

Only the rows that remain when a concern is erased are counted, so erasing changes no number. Counts are summed in the
database. A cell below five that holds something confidential is not told; and where one such cell could be found by
subtraction, the smallest other cell of its table is not told either.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import ENCRYPTED, Channel, Concern, Kind, Report
from friedensplatz.concerns.workflow import Outcome
from friedensplatz.core.caching import content_changed
from friedensplatz.directory.models import District, Duty, Office

FEWEST = 5
DELICATE = Q(protection__in=ENCRYPTED) | Q(kind__in=(Kind.DISCRIMINATION, Kind.MEDIATION))
COLUMNS = {
    "kind": "kind",
    "topic": "duty__slug",
    "district": "district__slug",
    "office": "office__slug",
    "channel": "channel",
    "outcome": "outcome",
}
TITLES: dict[str, str | Promise] = {
    "kind": _("Kind"),
    "topic": _("Topic"),
    "district": _("District"),
    "office": _("Office"),
    "channel": _("How it came"),
    "outcome": _("Outcome"),
    "duration": _("From receipt to the end"),
}
DURATIONS: dict[str, tuple[int, str | Promise]] = {
    "week": (7, _("up to a week")),
    "fortnight": (14, _("up to two weeks")),
    "month": (31, _("up to a month")),
    "quarter": (92, _("up to three months")),
    "longer": (100_000, _("longer")),
}
DURATION = Case(
    When(ended_at=None, then=Value("")),
    *(
        When(ended_at__lt=F("received_at") + dt.timedelta(days=most + 1), then=Value(name))
        for name, (most, _label) in DURATIONS.items()
    ),
    output_field=CharField(),
)
"""By whole days; what is still open stands under the empty key."""

Figures = dict[str, Any]
"""`{"year": 2026, "as_of": "2027-01-15", "received": 812, "tables": {"kind": [["complaint", 400], ["barrier", null]]}}`;
null is a number too small to be told."""


@dataclass(frozen=True)
class Cell:
    count: int
    delicate: int


def figures_of(year: int, *, as_of: dt.date | None = None) -> Figures:
    """The concerns received in a year, as they stand now. One query a table."""
    start = timezone.make_aware(dt.datetime(year, 1, 1))
    end = timezone.make_aware(dt.datetime(year + 1, 1, 1))
    rows = Concern.objects.filter(received_at__gte=start, received_at__lt=end).order_by()
    tables = {name: _told(_cells(rows, column)) for name, column in COLUMNS.items()}
    tables["duration"] = _told(_cells(rows.annotate(duration=DURATION), "duration"))
    day = as_of or timezone.localdate()
    return {"year": year, "as_of": day.isoformat(), "received": rows.count(), "tables": tables}


def _cells(rows: QuerySet[Concern], column: str) -> dict[str, Cell]:
    counted = rows.values_list(column).annotate(number=Count("pk"), delicate=Count("pk", filter=DELICATE))
    return {key or "": Cell(number, delicate) for key, number, delicate in counted}


def _told(cells: dict[str, Cell]) -> list[tuple[str, int | None]]:
    """The largest first; too small ones as None, at least two of them where there is one."""
    order = sorted(cells, key=lambda key: (-cells[key].count, key))
    hidden = {key for key in order if cells[key].count < FEWEST and cells[key].delicate}
    if len(hidden) == 1 and len(order) > 1:
        hidden.add(next(key for key in reversed(order) if key not in hidden))
    return [(key, None if key in hidden else cells[key].count) for key in order]


@transaction.atomic
def publish_report(year: int, *, by: User) -> Report:
    """Publish the figures of a year as they stand; published anew they are replaced, which the history tells."""
    row = {"figures": figures_of(year), "published_at": timezone.now(), "published_by": by}
    report, _is_new = Report.objects.update_or_create(year=year, defaults=row)
    record(report, "published", actor=by)
    transaction.on_commit(content_changed)
    return report


@dataclass(frozen=True)
class Line:
    key: str
    label: str
    count: int | None
    width: float
    """Of the largest, in per cent."""


@dataclass(frozen=True)
class Table:
    name: str
    title: str
    lines: list[Line]


def tables_of(figures: Figures) -> list[Table]:
    """The tables in the language of the page."""
    return [Table(name, str(TITLES[name]), _lines(name, rows)) for name, rows in figures["tables"].items()]


def _lines(name: str, rows: Iterable[tuple[str, int | None]]) -> list[Line]:
    rows = list(rows)
    labels = _labels(name, [key for key, _count in rows])
    most = max((count or 0 for _key, count in rows), default=0) or 1
    empty = str(_("still open") if name in {"outcome", "duration"} else _("not said"))
    return [Line(key, labels.get(key) or key or empty, n, round(100 * (n or 0) / most, 1)) for key, n in rows]


def _labels(name: str, keys: list[str]) -> dict[str, str]:
    things: dict[str, type[Duty | District | Office]] = {"topic": Duty, "district": District, "office": Office}
    if name in things:
        return {slug: str(one) for slug, one in things[name].objects.in_bulk(keys, field_name="slug").items()}
    choices = {"kind": Kind.choices, "channel": Channel.choices, "outcome": Outcome.choices}
    if name not in choices:
        return {key: str(label) for key, (_most, label) in DURATIONS.items()}
    return {str(key): str(label) for key, label in choices[name]}
