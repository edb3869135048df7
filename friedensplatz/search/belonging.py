# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What belongs to what, by shared facets: office, topic, UN goal, audience, district.

Points are whole numbers and ties are broken by what a thing is, so that both databases give one order, at any time.
"""

import datetime as dt
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise

from friedensplatz.search.analysis.words import fold_german
from friedensplatz.search.models import Entry, Facet, SearchDoc
from friedensplatz.search.plug import ALSO, PINNED, Reason, kind_name
from friedensplatz.search.shown import Teaser, docs_in, entries_of, entry_key, teaser, with_addresses

# What it is worth to share a facet that only these two have. One of many is worth less, a past thing a third.
WORTH = {
    Facet.Kind.OFFICE: 16_000,
    Facet.Kind.TOPIC: 9_000,
    Facet.Kind.GOAL: 5_000,
    Facet.Kind.AUDIENCE: 3_000,
    Facet.Kind.DISTRICT: 2_000,
}
PAST = 3


@dataclass(frozen=True)
class Related:
    """A related thing and why: (kind, slug) of the facets both have, ("also", "") or ("pinned", ""); weightiest first."""

    hit: Teaser
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Shelf:
    """What belongs together of one kind, and how many more there are than shown."""

    kind: str
    name: str | Promise
    teasers: tuple[Teaser, ...]
    more: int


class Found(NamedTuple):
    """A document by its id, with kind and key of its thing."""

    doc: int
    kind: str
    key: str


def gather(kind: str, slug: str, language: str, kinds: Collection[str] | None, exclude: Collection[str]) -> list[Found]:
    """The documents of the things with a facet, in the order they are shown."""
    docs = docs_in(language, Q(entry__facets__kind=kind, entry__facets__slug=slug)).select_related("entry")
    if kinds is not None:
        docs = docs.filter(entry__kind__in=sorted(kinds))
    shown = ("title", "entry__rank", "entry__until", "entry__thing_type_id", "entry__thing_id", "entry__kind")
    found = [(doc, entry_key(doc.entry)) for doc in docs.only(*shown)]
    today = timezone.localdate()
    found.sort(key=lambda one: (_is_past(one[0].entry, today), -one[0].entry.rank, fold_german(one[0].title), one[1]))
    return [Found(doc.pk, doc.entry.kind, key) for doc, key in found if key not in exclude]


def shelve(found: Iterable[Found], language: str, each: int) -> list[Shelf]:
    """Found documents kind by kind, in the order of the first of each kind, at most `each` of a kind."""
    by_kind: dict[str, list[int]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(one.doc)
    hits = teasers_of([doc for docs in by_kind.values() for doc in docs[:each]], language)
    return [
        Shelf(kind, kind_name(kind), tuple(hit for hit in hits if hit.kind == kind), max(0, len(docs) - each))
        for kind, docs in by_kind.items()
    ]


def teasers_of(ids: list[int], language: str) -> list[Teaser]:
    """Documents by their ids, as teasers in the same order."""
    docs = SearchDoc.objects.defer("body").select_related("entry").in_bulk(ids)
    return [teaser(doc, url) for doc, url in with_addresses((docs[pk] for pk in ids if pk in docs), language)]


def relate(
    key: str, language: str, limit: int, pins: Sequence[str], exclude: Collection[str], also: Mapping[str, int]
) -> list[Related]:
    """What somebody pinned to a thing, in that order, then the things that share most with it or are given points.

    Never itself or what is excluded.
    """
    worth = _worth_of_its_facets(key)
    left_out = {key, *exclude}
    likely = _likely(worth, limit + len(left_out) + len(pins)) if worth else []
    named = Q(entry__in=entries_of([*pins, *also])) if pins or also else Q(pk__in=())
    docs = docs_in(language, Q(entry__in=likely) | named).select_related("entry").defer("body")
    shared = _shared([doc.entry_id for doc in docs], worth)
    found = []
    for doc, url in with_addresses(docs, language):
        hit, facets = teaser(doc, url), shared.get(doc.entry_id, [])
        points = sum(worth[facet] for facet in facets) // (PAST if _is_past(doc.entry, timezone.localdate()) else 1)
        points += also.get(hit.thing_key, 0)
        place = pins.index(hit.thing_key) if hit.thing_key in pins else len(pins)
        if (points > 0 or hit.thing_key in pins) and hit.thing_key not in left_out:
            found.append((place, -points, Related(hit, _reasons(hit.thing_key, facets, worth, pins, also))))
    found.sort(key=lambda one: (*one[:2], fold_german(one[2].hit.title), one[2].hit.thing_key))
    return [one for *_, one in found[:limit]]


def _reasons(
    key: str, facets: list[Reason], worth: Mapping[Reason, int], pins: Sequence[str], also: Mapping[str, int]
) -> tuple[Reason, ...]:
    shared = sorted(facets, key=lambda facet: (-worth[facet], facet))
    return (*([(PINNED, "")] if key in pins else []), *shared, *([(ALSO, "")] if key in also else []))


def _worth_of_its_facets(key: str) -> dict[Reason, int]:
    """What each facet of a thing is worth when another thing has it too: the fewer have it, the more."""
    same = Facet.objects.filter(kind=OuterRef("kind"), slug=OuterRef("slug")).order_by()
    having = Subquery(same.values("kind", "slug").annotate(things=Count("pk")).values("things"))
    own = Facet.objects.filter(entry__in=entries_of([key])).values_list("kind", "slug", having)
    return {(kind, slug): round(WORTH[Facet.Kind(kind)] / (1 + math.log2(things))) for kind, slug, things in own}


def _likely(worth: Mapping[Reason, int], limit: int) -> list[int]:
    """The entries that share most, the older of equal ones first."""
    points = Case(*(When(_is(facet), then=Value(each)) for facet, each in worth.items()), output_field=IntegerField())
    today = timezone.localdate()
    counted = Case(When(entry__until__lt=today, then=points / PAST), default=points)
    entries = _with_any(worth).order_by().values_list("entry").annotate(points=Coalesce(Sum(counted), 0))
    return [entry for entry, _ in entries.order_by("-points", "entry")[:limit]]


def _shared(entries: list[int], worth: Collection[Reason]) -> dict[int, list[Reason]]:
    """Which of some facets each entry has."""
    shared: dict[int, list[Reason]] = {}
    rows = _with_any(worth).filter(entry__in=entries) if worth and entries else Facet.objects.none()
    for entry, kind, slug in rows.values_list("entry", "kind", "slug"):
        shared.setdefault(entry, []).append((kind, slug))
    return shared


def _with_any(facets: Iterable[Reason]) -> QuerySet[Facet]:
    condition = Q(pk__in=())
    for facet in facets:
        condition |= _is(facet)
    return Facet.objects.filter(condition)


def _is(facet: Reason) -> Q:
    return Q(kind=facet[0], slug=facet[1])


def _is_past(entry: Entry, today: dt.date) -> bool:
    return entry.until is not None and entry.until < today
