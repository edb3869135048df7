# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the counts tell. A number below five is never told: it could be one person's way through the house."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.directory.models import Office
from friedensplatz.search.queries import offices_by_thing, teasers_of_things
from friedensplatz.website.models import PageView, Pair

FEWEST = 5
PAGES_SHOWN, ALSO_SHOWN = 50, 20
A_YEAR = dt.timedelta(days=365)
LONGEST_BY_DAY = dt.timedelta(days=62)
NAMES: dict[str, str | Promise] = {
    "home": _("Home"),
    "answer": _("Questions at the front door"),
    "search": _("Searches"),
    "office_list": _("Offices"),
    "organisation_list": _("Organisations"),
    "imprint": _("Imprint"),
    "privacy": _("Privacy"),
    "accessibility": _("Accessibility"),
}


@dataclass(frozen=True)
class Period:
    """Whole days, both included."""

    first: dt.date
    last: dt.date

    @property
    def by_day(self) -> bool:
        """Whether the trend goes by days; by months otherwise."""
        return self.last - self.first <= LONGEST_BY_DAY


@dataclass(frozen=True)
class Line:
    """A page and how often it was looked at."""

    name: str
    url: str
    count: int


@dataclass(frozen=True)
class Bar:
    """A day or month; `count` is None below the smallest number told."""

    start: dt.date
    count: int | None


def also_looked_at(thing_key: str) -> dict[str, int]:
    """What people looked at before or after a thing within the last year, and how often; the most first. One query."""
    since = timezone.localdate() - A_YEAR
    pairs = Pair.objects.filter(Q(first=thing_key) | Q(second=thing_key), month__gte=since).order_by()
    counted = pairs.values_list("first", "second").annotate(total=Sum("count")).filter(total__gte=FEWEST)
    found = {first if second == thing_key else second: total for first, second, total in counted}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:ALSO_SHOWN])


def most_read(period: Period) -> list[Line]:
    """The pages looked at most, by name."""
    counted = list(_told(_views(period), "page", "thing")[:PAGES_SHOWN])
    teasers = teasers_of_things([thing for _page, thing, _count in counted if thing])
    lines = []
    for page, thing, count in counted:
        if thing in teasers:
            lines.append(Line(teasers[thing].title, teasers[thing].url, count))
        elif not thing:
            lines.append(Line(str(NAMES.get(page, page)), _address(page), count))
    return lines


def by_language(period: Period) -> list[tuple[str, int]]:
    """Codes of languages, the most used first."""
    return list(_told(_views(period), "language"))


def by_office(period: Period) -> list[tuple[Office, int]]:
    """How often pages were looked at that belong to an office, its own page included."""
    counts: Counter[str] = Counter()
    offices = offices_by_thing()
    for thing, count in _views(period).exclude(thing="").values_list("thing").annotate(total=Sum("count")):
        for slug in offices.get(thing, ()):
            counts[slug] += count
    rows = Office.objects.defer("text", "summary").in_bulk(counts, field_name="slug")
    found = [(rows[slug], count) for slug, count in counts.most_common() if slug in rows and count >= FEWEST]
    return sorted(found, key=lambda one: (-one[1], one[0].slug))


def asked(period: Period) -> dict[str, int]:
    """How often people searched and asked at the front door; what is told too rarely is missing."""
    return dict(_told(_views(period).filter(page__in=("search", "answer")), "page"))


def trend(period: Period) -> list[Bar]:
    """Views by day or by month, without gaps."""
    start = "day" if period.by_day else TruncMonth("day")
    counts = dict(_views(period).values_list(start).annotate(total=Sum("count")))
    return [Bar(day, count if (count := counts.get(day, 0)) >= FEWEST else None) for day in _starts(period)]


def rows_for_export(period: Period) -> QuerySet[PageView, Any]:
    """Name of the address, key of the thing, language and count, the most read first."""
    return _told(_views(period), "page", "thing", "language")


def _views(period: Period) -> QuerySet[PageView]:
    return PageView.objects.filter(day__gte=period.first, day__lte=period.last).order_by()


def _told(views: QuerySet[PageView], *columns: str) -> QuerySet[PageView, Any]:
    """Sums by these columns that are large enough to be told, the largest first."""
    summed = views.values_list(*columns).annotate(total=Sum("count")).filter(total__gte=FEWEST)
    return summed.order_by("-total", *columns)


def _starts(period: Period) -> list[dt.date]:
    days = [period.first + dt.timedelta(days=number) for number in range((period.last - period.first).days + 1)]
    return days if period.by_day else list(dict.fromkeys(day.replace(day=1) for day in days))


def _address(page: str) -> str:
    try:
        return reverse(page)
    except NoReverseMatch:
        return ""
