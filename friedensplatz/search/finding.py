# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which entries answer a plan, in which order, and what they may be narrowed down to.

The database counts the points of found terms for all entries; the best of them are then weighed exactly.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from friedensplatz.search.analysis.plan import Plan
from friedensplatz.search.analysis.ranking import Scorer, Statistics
from friedensplatz.search.backends import Sought, best_entries, rows_about
from friedensplatz.search.models import Facet, IndexState, lengths_of

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
# Where it stands what a found thing may be narrowed down to, and the column that says it. CROSS JOIN has SQLite begin
# with what was found; it would rather read the whole index, which is in the order of the groups.
ASPECTS = {
    KIND: ("found CROSS JOIN search_entry AS its WHERE its.id = found.id", "kind"),
    LANGUAGE: ("found CROSS JOIN search_searchdoc AS its WHERE its.entry_id = found.id", "language"),
    **{
        kind: (f"found CROSS JOIN search_facet AS its WHERE its.entry_id = found.id AND its.kind = '{kind}'", "slug")
        for kind in (Facet.Kind.TOPIC.value, Facet.Kind.DISTRICT.value)
    },
}
_WEIGHED_COLUMNS = """SELECT rank, languages, found.id, kind, thing_type_id, thing_id,
    title_terms, keyword_terms, body_terms FROM found JOIN search_entry USING (id)"""


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


def in_order(entries: list[int], plan: Plan, statistics: Statistics) -> tuple[list[int], float]:
    """Entries with the first of them in their exact order; equal ones in the order of their things.

    And which share of the query's words the first of all has (0–1).
    """
    if not entries:
        return [], 0.0
    weighed = entries[: max(WEIGHED_AT_LEAST, WEIGHED // max(1, len(plan.wishes)))]
    scorer = Scorer(plan, statistics)
    found = []
    for rank, languages, pk, kind, thing_type, thing_id, *texts in rows_about(weighed, _WEIGHED_COLUMNS):
        points = rank * scorer.score(texts, lengths_of(texts, languages))
        found.append(_Weighed(-round(points, 6), (kind, len(thing_id), thing_type, thing_id), pk, texts))
    found.sort()
    best = [one._replace(points=round(one.points * (1 + scorer.nearness(one.texts)), 6)) for one in found[:COMPARED]]
    best.sort()
    answered = scorer.answered(best[0].texts) / plan.asked if best else 0.0  # made anew meanwhile
    return [one.entry for one in (*best, *found[COMPARED:])] + entries[len(weighed) :], answered


def narrowed(entries: list[int], to: Narrowing) -> list[int]:
    """Those entries that have what is wanted of each kind of narrowing."""
    if not to:
        return entries
    conditions, values = _conditions(to)
    sql = f"SELECT id FROM found WHERE TRUE {conditions}"  # noqa: S608 (no values)
    kept = {entry for (entry,) in rows_about(entries, sql, values)}
    return [entry for entry in entries if entry in kept]


def _conditions(to: Narrowing) -> tuple[str, list[str]]:
    """What found entries have to fulfil, as SQL, and the values in it."""
    conditions = ""
    params: list[str] = []
    for aspect, values in to.items():
        rows, value = ASPECTS[aspect]
        wanted = f"its.{value} IN ({', '.join(['%s'] * len(values))})" if values else "FALSE"
        conditions += f" AND found.id IN (SELECT found.id FROM {rows} AND {wanted})"  # noqa: S608 (no values)
        params += values
    return conditions, params


def choices(entries: list[int], chosen: Narrowing) -> dict[str, dict[str, int]]:
    """By aspect (kind, language, topic, district): how many entries each value would leave, beside the other aspects'."""
    arms: list[str] = []
    params: list[str] = []
    for aspect, (rows, value) in ASPECTS.items():
        conditions, values = _conditions({other: chosen[other] for other in chosen if other != aspect})
        arms.append(
            f"SELECT '{aspect}', its.{value}, COUNT(*) FROM {rows} {conditions} GROUP BY its.{value}"  # noqa: S608 (no values)
        )
        params += values
    counts: dict[str, dict[str, int]] = {}
    for aspect, value, count in rows_about(entries, " UNION ALL ".join(arms), params):
        counts.setdefault(aspect, {})[value] = count
    return counts
