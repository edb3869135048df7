# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What had or has its time at an office: names, places in the tree, holders of posts. Each with its source."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import BigIntegerField, Case, F, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import with_renditions
from friedensplatz.core.languages import Translated
from friedensplatz.directory.models import Office, OfficeName, Placement, Post, Source
from friedensplatz.directory.years import is_over


class Kind(StrEnum):
    NAME = "name"
    PLACE = "place"
    POST = "post"


@dataclass(frozen=True)
class Dated:
    """A name, an office above (`slug`), or a post with its holder (`who`, empty when no source names one; `portrait`)."""

    what: Translated
    slug: str
    who: str
    honorary: bool
    since: str
    until: str
    source: Source | None
    is_past: bool
    portrait: Asset | None = None


@dataclass(frozen=True)
class History:
    """`names` and `places` oldest first; `posts` in their order, those of today before former ones."""

    names: list[Dated]
    places: list[Dated]
    posts: list[Dated]

    @property
    def former_names(self) -> list[Dated]:
        return self.names[:-1]


def history_of(office: Office) -> History:
    """Everything dated about an office, in one query, and one for portraits where there are any."""
    rows = list(_names(office).union(_places(office), _posts(office), all=True))
    portraits = with_renditions(row["face"] for row in rows if row["face"])
    today = timezone.localdate()
    found: dict[str, list[Dated]] = {kind: [] for kind in Kind}
    for row in sorted(rows, key=lambda row: (row["order"], row["begin"], row["key"])):
        found[row["kind"]].append(_dated(row, today, portraits))
    posts = sorted(found[Kind.POST], key=lambda post: post.is_past)
    return History(found[Kind.NAME], found[Kind.PLACE], posts)


def _dated(row: dict[str, Any], today: dt.date, portraits: dict[int, Asset]) -> Dated:
    source = Source(title=row["told_by"], date=row["told_at"]) if row["told_by"] else None
    who = " ".join(part for part in (row["rank"], row["who"]) if part)
    past = is_over(row["end"], today)
    face = portraits.get(row["face"])
    return Dated(row["what"], row["slug"], who, row["unpaid"], row["begin"], row["end"], source, past, face)


def _names(office: Office) -> QuerySet[OfficeName, dict[str, Any]]:
    rows = OfficeName.objects.filter(office=office).order_by()
    return _facts(rows, Kind.NAME, "name", order=F("position"))


def _places(office: Office) -> QuerySet[Placement, dict[str, Any]]:
    rows = Placement.objects.filter(office=office).order_by()
    return _facts(rows, Kind.PLACE, "parent__name", slug=F("parent__slug"))


def _posts(office: Office) -> QuerySet[Post, dict[str, Any]]:
    """Posts with their holders; one that nobody is known to hold keeps its own years."""
    rows = Post.objects.filter(office=office).order_by()
    return _facts(
        rows,
        Kind.POST,
        "title",
        rank=Coalesce("tenures__person__title", Value("")),
        who=Coalesce("tenures__person__name", Value("")),
        unpaid=F("honorary"),
        begin=Case(When(tenures=None, then=F("since")), default=F("tenures__since")),
        end=Case(When(tenures=None, then=F("until")), default=F("tenures__until")),
        told_by=Coalesce("tenures__source__title", "source__title"),
        told_at=Coalesce("tenures__source__date", "source__date"),
        order=F("position"),
        face=F("tenures__person__portrait"),
    )


def _facts(rows: QuerySet[Any], kind: Kind, what: str, **columns: Any) -> QuerySet[Any, dict[str, Any]]:
    """The same columns in the same order for each kind, so that one query can read them together."""
    blank = {
        "kind": Value(kind.value),
        "what": F(what),
        "slug": Value(""),
        "rank": Value(""),
        "who": Value(""),
        "unpaid": Value(False),
        "begin": F("since"),
        "end": F("until"),
        "told_by": F("source__title"),
        "told_at": F("source__date"),
        "order": Value(0),
        "key": F("pk"),
        "face": Cast(Value(None), BigIntegerField()),
    }
    return rows.values(**(blank | columns))
