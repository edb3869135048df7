# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indexed terms nearest to a word that no document has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_WORD = 4
SHORTEST_FOR_TWO = 8


class Speller:
    """Knows terms by their first letters and length, so that a look-up compares few of them."""

    def __init__(self) -> None:
        self._by_first: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._by_second: dict[tuple[str, int], list[str]] = defaultdict(list)

    def add(self, terms: Iterable[str]) -> None:
        for term in terms:
            if len(term) >= SHORTEST_WORD - 1:
                self._by_first[term[0], len(term)].append(term)
                self._by_second[term[1], len(term)].append(term)

    def near(self, word: str, limit: int = 8) -> list[tuple[str, int]]:
        """Terms within one or two slips of a folded word (letters swapped, wrong, missing, added), nearest first.

        Two slips are forgiven in long words. A slip in the first letter is found when it is the only one.
        """
        if len(word) < SHORTEST_WORD or not word.isalpha():
            return []
        allowed = 2 if len(word) >= SHORTEST_FOR_TWO else 1
        found = self._among(self._terms(word[0], len(word), allowed), word, allowed)
        if not found or found[0][1] > 1:
            found = self._among(dict.fromkeys(self._otherwise_begun(word)), word, 1) + found
        return found[:limit]

    def _otherwise_begun(self, word: str) -> Iterator[str]:
        """Terms whose first letter may have been swapped, added, mistaken or left out in a word."""
        size = len(word)
        for table, letter, length in (
            (self._by_first, word[1], size),
            (self._by_first, word[1], size - 1),
            (self._by_second, word[1], size),
            (self._by_second, word[0], size + 1),
        ):
            yield from table.get((letter, length), ())

    def _terms(self, first: str, length: int, slack: int) -> list[str]:
        sizes = range(length - slack, length + slack + 1)
        return [term for size in sizes for term in self._by_first.get((first, size), ())]

    @staticmethod
    def _among(terms: Iterable[str], word: str, allowed: int) -> list[tuple[str, int]]:
        choices: Sequence[str] = list(terms)
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        return sorted(((term, int(slips)) for term, slips, _ in found), key=lambda one: (one[1], one[0]))
