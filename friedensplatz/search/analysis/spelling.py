# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indexed term nearest to a word that no document has."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_WORD = 4
SHORTEST_FOR_TWO = 8


class Speller:
    """Knows terms by first letter and length, so that a look-up compares few of them."""

    def __init__(self) -> None:
        self._terms: dict[tuple[str, int], list[str]] = defaultdict(list)

    def add(self, terms: Iterable[str]) -> None:
        for term in terms:
            if len(term) >= SHORTEST_WORD - 1:
                self._terms[term[0], len(term)].append(term)

    def near(self, word: str, limit: int = 3) -> list[tuple[str, int]]:
        """Terms within one or two slips of a folded word (letters swapped, wrong, missing, added), nearest first.

        A slip in the first letter is found when it is the only one.
        """
        if len(word) < SHORTEST_WORD or not word.isalpha():
            return []
        allowed = 2 if len(word) >= SHORTEST_FOR_TWO else 1
        found = self._among(self._bucket({word[0]}, len(word), allowed), word, allowed, limit)
        if not found or found[0][1] > 1:
            firsts = {first for first, _ in self._terms} - {word[0]}
            found = self._among(self._bucket(firsts, len(word), 1), word, 1, limit) + found
        return found[:limit]

    def _bucket(self, firsts: set[str], length: int, slack: int) -> list[str]:
        sizes = range(length - slack, length + slack + 1)
        return [term for first in firsts for size in sizes for term in self._terms.get((first, size), ())]

    @staticmethod
    def _among(terms: Sequence[str], word: str, allowed: int, limit: int) -> list[tuple[str, int]]:
        found = process.extract(word, terms, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        return sorted(((term, int(slips)) for term, slips, _ in found), key=lambda one: (one[1], one[0]))[:limit]
