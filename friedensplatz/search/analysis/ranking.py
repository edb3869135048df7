# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How well a document answers a query: BM25F (Robertson, Zaragoza 2009), where it matters how much of the query a
document has, and with a bonus for words that stand together.

It is computed here rather than by the database, so that SQLite and PostgreSQL give the same order.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from friedensplatz.search.analysis.plan import Option, Plan, Wish

SATURATION = 0.9
# How much a term counts in title, keywords and body, and how much a long one is held against the document (0–1).
WEIGHTS = (3.0, 1.5, 1.0)
LENGTH_MATTERS = (0.4, 0.4, 0.7)
NEARNESS, NEAR = 0.35, 3
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
    """Scores documents for one plan."""

    def __init__(self, plan: Plan, statistics: Statistics) -> None:
        self.plan, self.statistics = plan, statistics
        self.wanted = frozenset(plan.terms())
        self.rarity = {term: statistics.rarity(plan.things[term]) for term in self.wanted}
        self.most = [self._wish(wish, dict.fromkeys(self.wanted, 1.0)) for wish in plan.wishes]

    def score(self, texts: Sequence[str], lengths: Sequence[float]) -> float:
        """The points of a thing by the terms and lengths of title, keywords and body; 0 without anything asked for."""
        frequencies: dict[str, float] = defaultdict(float)
        places: list[dict[str, list[int]]] = []
        for number, text in enumerate(texts):
            found = self._places(text)
            places.append(found)
            norm = self._norm(number, lengths[number])
            for term, positions in found.items():
                frequencies[term] += WEIGHTS[number] * len(positions) / norm
        saturated = {term: count / (SATURATION + count) for term, count in frequencies.items()}
        points = [self._wish(wish, saturated) for wish in self.plan.wishes]
        answered = sum(most for most, got in zip(self.most, points, strict=True) if got) / (sum(self.most) or 1.0)
        covered = answered * min(1.0, len(places[0]) / max(lengths[0], 1.0))
        total = sum(points) + NEARNESS * self._nearness(places)
        return total * (1 - COVERAGE + COVERAGE * answered) * (1 + TITLE_COVERED * covered)

    def _places(self, text: str) -> dict[str, list[int]]:
        """Where the wanted terms stand. Most fields hold none, which a look at the unsplit text tells quickly."""
        if not any(term in text for term in self.wanted):
            return {}
        terms = text.split(" ")
        return {term: list(_positions(term, terms)) for term in self.wanted.intersection(terms)}

    def _norm(self, number: int, length: float) -> float:
        mean, matters = self.statistics.lengths[number], LENGTH_MATTERS[number]
        return 1 - matters + matters * length / mean if mean else 1.0

    def _wish(self, wish: Wish, saturated: dict[str, float]) -> float:
        return wish.weight * max((self._option(option, saturated) for option in wish.options), default=0.0)

    def _option(self, option: Option, saturated: dict[str, float]) -> float:
        return sum(weight * self.rarity[term] * saturated[term] for term, weight in option.terms if term in saturated)

    def _nearness(self, places: Sequence[dict[str, list[int]]]) -> float:
        """Rarity of neighbours in the query that are neighbours in the document too."""
        bonus = 0.0
        for left, right in zip(self.plan.wishes, self.plan.wishes[1:], strict=False):
            bonus += max((self._together(left, right, found) for found in places), default=0.0)
        return bonus

    def _together(self, left: Wish, right: Wish, found: dict[str, list[int]]) -> float:
        best = 0.0
        for first in left.terms() & found.keys():
            for second in (right.terms() & found.keys()) - {first}:
                worth = min(self.rarity[first], self.rarity[second])
                if worth > best and _close(found[first], found[second]):
                    best = worth
        return best


def _positions(term: str, terms: list[str]) -> Iterator[int]:
    place = -1
    for _ in range(terms.count(term)):
        place = terms.index(term, place + 1)
        yield place


def _close(first: list[int], second: list[int]) -> bool:
    return any(abs(one - other) <= NEAR for one in first[:20] for other in second[:20])
