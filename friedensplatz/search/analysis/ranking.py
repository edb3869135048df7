# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How well a document answers a query: BM25F (Robertson, Zaragoza 2009), where it matters how much of the query a
document has, and with a bonus for words that stand together.

It is computed here rather than by the database, so that SQLite and PostgreSQL give the same order.
"""

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from friedensplatz.search.analysis.plan import Plan, Wish

SATURATION = 1.3
# How much a term counts in title, keywords and body, and how much a long one is held against the document (0–1).
WEIGHTS = (3.0, 1.5, 1.0)
LENGTH_MATTERS = (0.4, 0.4, 0.7)
NEARNESS, NEAR = 0.6, 3
# How much of the points hangs on the share of the query that a thing has: one loud word must not beat three quiet ones.
COVERAGE = 0.8
# How much a thing gains whose title is all that was asked for.
TITLE_COVERED = 0.5


@dataclass(frozen=True)
class Statistics:
    """Of the whole index: things, and the mean number of terms in title, keywords and body."""

    things: int
    lengths: Sequence[float]

    def rarity(self, things: int) -> float:
        """Inverse document frequency, never below zero."""
        return math.log(1 + (self.things - things + 0.5) / (things + 0.5)) if things else 0.0


class Scorer:
    """Scores documents for one plan. What does not depend on the document is worked out once."""

    def __init__(self, plan: Plan, statistics: Statistics) -> None:
        self.statistics = statistics
        self.rarity = {term: statistics.rarity(plan.things[term]) for term in sorted(plan.terms())}
        self.wanted = frozenset(self.rarity)
        self.options = [self._worth(wish) for wish in plan.wishes]
        self.most = [max((sum(option.values()) for option in options), default=0.0) for options in self.options]
        terms = [frozenset().union(*options) for options in self.options]
        self.neighbours = list(pairwise(terms))

    def _worth(self, wish: Wish) -> list[dict[str, float]]:
        """What each term of each way to say a wish is worth."""
        options = [
            {term: wish.weight * weight * self.rarity[term] for term, weight in option.terms if term in self.rarity}
            for option in wish.options
        ]
        return [option for option in options if option]

    def score(self, texts: Sequence[str], lengths: Sequence[float]) -> float:
        """The points of a thing by the terms and lengths of title, keywords and body; 0 without anything asked for."""
        frequencies: dict[str, float] = {}
        for number, text in enumerate(texts):
            terms = text.split(" ")
            if there := self.wanted.intersection(terms):
                worth = WEIGHTS[number] / self._norm(number, lengths[number])
                for term in there:
                    frequencies[term] = frequencies.get(term, 0.0) + worth * terms.count(term)
        saturated = {term: count / (SATURATION + count) for term, count in frequencies.items()}
        points = [max((_sum(option, saturated) for option in options), default=0.0) for options in self.options]
        answered = sum(most for most, got in zip(self.most, points, strict=True) if got) / (sum(self.most) or 1.0)
        covered = len(self.wanted.intersection(texts[0].split(" "))) / max(lengths[0], 1.0)
        return sum(points) * (1 - COVERAGE + COVERAGE * answered) * (1 + TITLE_COVERED * answered * min(1.0, covered))

    def answered(self, texts: Sequence[str]) -> int:
        """How many of the wishes a thing has."""
        there = self.wanted.intersection(" ".join(texts).split(" "))
        return sum(any(there & option.keys() for option in options) for options in self.options)

    def nearness(self, texts: Sequence[str]) -> float:
        """How much a thing gains by what stands together in the query and in it, as a share of its points."""
        fields = [places for places in map(self._places, texts) if len(places) > 1]
        if not fields:
            return 0.0
        near = sum(
            max(self._together(left & places.keys(), right & places.keys(), places) for places in fields)
            for left, right in self.neighbours
        )
        return NEARNESS * near / (sum(self.most) or 1.0)

    def _places(self, text: str) -> dict[str, list[int]]:
        """Where the wanted terms stand."""
        terms = text.split(" ")
        return {term: _positions(term, terms) for term in sorted(self.wanted.intersection(terms))}

    def _norm(self, number: int, length: float) -> float:
        mean, matters = self.statistics.lengths[number], LENGTH_MATTERS[number]
        return 1 - matters + matters * length / mean if mean else 1.0

    def _together(self, left: Set[str], right: Set[str], places: dict[str, list[int]]) -> float:
        pairs = ((first, second) for first in left for second in right if first != second)
        close = (pair for pair in pairs if _close(places[pair[0]], places[pair[1]]))
        return max((min(self.rarity[first], self.rarity[second]) for first, second in close), default=0.0)


def _positions(term: str, terms: list[str]) -> list[int]:
    places, place = [], -1
    for _ in range(terms.count(term)):
        place = terms.index(term, place + 1)
        places.append(place)
    return places


def _sum(option: dict[str, float], saturated: dict[str, float]) -> float:
    return sum(worth * saturated[term] for term, worth in option.items() if term in saturated)


def _close(first: list[int], second: list[int]) -> bool:
    return any(abs(one - other) <= NEAR for one in first[:20] for other in second[:20])
