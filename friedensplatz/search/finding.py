# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which entries answer a plan, in which order, and what they may be narrowed down to.

The database counts the points of found terms for all entries; the best of them are then weighed exactly.
"""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from django.db.models import Count, F, QuerySet, Value
from django.db.models.expressions import RawSQL

from friedensplatz.search.analysis.plan import Plan
from friedensplatz.search.analysis.ranking import Scorer, Statistics
from friedensplatz.search.backends import Sought, best_entries, numbers
from friedensplatz.search.models import Entry, Facet, IndexState, SearchDoc, lengths_of

# Rows the database may look at to find entries. Common words beyond it only count in the exact order.
ROWS_READ = 4_000
MOST_FOUND = 1_000
# How many entries are weighed exactly: more for a short query, which many entries answer equally well.
WEIGHED, WEIGHED_AT_LEAST = 120, 40
WORTH_SHOWING = 0.25

# Of how many of them it is looked up which words stand together.
COMPARED = 12

Narrowing = Mapping[str, Collection[str]]
KIND, LANGUAGE = "kind", "language"


class _Weighed(NamedTuple):
    """An entry with its points, negative so that the best comes first, and what decides between equal ones."""

    points: float
    thing: tuple[str, int, int, str]
    entry: int
    texts: list[str]


def statistics_of(state: IndexState) -> Statistics:
    totals = (state.title_terms, state.keyword_terms, state.body_terms)
    return Statistics(state.things, tuple(total / state.things for total in totals))


def found_by(plan: Plan, statistics: Statistics) -> list[int]:
    """The entries worth showing, roughly the best first."""
    found = best_entries(_sought(plan, statistics), MOST_FOUND)
    return [entry for entry, points in found if points >= WORTH_SHOWING * found[0][1]]


def _sought(plan: Plan, statistics: Statistics) -> list[Sought]:
    """The rarest terms of a plan with their worth, as many as the database can look up quickly."""
    worth: dict[str, float] = {}
    for wish in plan.wishes:
        for option in wish.options:
            for term, weight in option.terms:
                worth[term] = max(worth.get(term, 0.0), weight)
    sought: list[Sought] = []
    rows = 0
    for term in sorted(plan.terms(), key=lambda term: (plan.things[term], term)):
        rows += plan.things[term]
        if sought and rows > ROWS_READ:
            break
        sought.append(Sought(term, round(1000 * worth[term] * statistics.rarity(plan.things[term]))))
    return sought


def in_order(entries: list[int], plan: Plan, statistics: Statistics) -> list[int]:
    """Entries with the first of them in their exact order; equal ones in the order of their things."""
    weighed = entries[: max(WEIGHED_AT_LEAST, WEIGHED // max(1, len(plan.wishes)))]
    scorer = Scorer(plan, statistics)
    columns = ("rank", "languages", "pk", "kind", "thing_type", "thing_id", *Entry.FIELDS)
    found = []
    for rank, languages, pk, kind, thing_type, thing_id, *texts in Entry.objects.filter(
        pk__in=numbers(weighed)
    ).values_list(*columns):
        points = rank * scorer.score(texts, lengths_of(texts, languages))
        found.append(_Weighed(-round(points, 6), (kind, len(thing_id), thing_type, thing_id), pk, texts))
    found.sort()
    best = [one._replace(points=round(one.points * (1 + scorer.nearness(one.texts)), 6)) for one in found[:COMPARED]]
    return [one.entry for one in (*sorted(best), *found[COMPARED:])] + entries[len(weighed) :]


def narrowed(entries: list[int], to: Narrowing) -> list[int]:
    """Those entries that have what is wanted of each kind of narrowing."""
    if not to:
        return entries
    kept = set(_allowed(entries, to).values_list("pk", flat=True))
    return [entry for entry in entries if entry in kept]


def _allowed(entries: list[int], to: Narrowing) -> QuerySet[Entry]:
    allowed = Entry.objects.order_by().filter(pk__in=numbers(entries))
    for aspect, values in to.items():
        if aspect == KIND:
            allowed = allowed.filter(kind__in=values)
        elif aspect == LANGUAGE:
            allowed = allowed.filter(docs__language__in=values)
        else:
            allowed = allowed.filter(facets__kind=aspect, facets__slug__in=values)
    return allowed


def choices(entries: list[int], chosen: Narrowing) -> dict[str, dict[str, int]]:
    """By aspect (kind, language, topic, district): how many entries each value would leave, beside the other aspects'."""
    counted: list[QuerySet[Any, Any]] = []
    for aspect in (KIND, LANGUAGE, Facet.Kind.TOPIC, Facet.Kind.DISTRICT):
        others = {other: values for other, values in chosen.items() if other != aspect}
        rows, value = _rows_about(aspect, _allowed(entries, others).values("pk") if others else numbers(entries))
        counted.append(rows.order_by().values_list(Value(aspect), F(value)).annotate(count=Count("pk")))
    counts: dict[str, dict[str, int]] = {}
    for aspect, value, count in counted[0].union(*counted[1:], all=True):
        counts.setdefault(aspect, {})[value] = count
    return counts


def _rows_about(aspect: str, entries: QuerySet[Any, Any] | RawSQL) -> tuple[QuerySet[Any], str]:
    """Rows that say an aspect of entries, given by their keys, and the column that says it."""
    if aspect == KIND:
        return Entry.objects.filter(pk__in=entries), "kind"
    if aspect == LANGUAGE:
        return SearchDoc.objects.filter(entry__in=entries), "language"
    return Facet.objects.filter(entry__in=entries, kind=aspect), "slug"
