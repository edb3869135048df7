# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words of the index nearest to a word that no document has."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from friedensplatz.search.analysis.words import LONGEST_WORD

SHORTEST_WORD = 4
SHORTEST_FOR_TWO = 7
MOST_NEAR = 24
SAME_LETTERS, OTHER_BEGINNING = 0.5, 0.3
AT_ONCE = 20_000


class Speller:
    """Knows folded words and of each, as bits, which letters it has: most words are told apart by that alone."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.known: set[str] = set()
        self._letters = np.empty(0, np.uint64)
        self._lengths = np.empty(0, np.int8)

    def add(self, words: Iterable[str]) -> None:
        new = [word[:LONGEST_WORD] for word in words]
        for start in range(0, len(new), AT_ONCE):
            letters, lengths = _seen_from_afar(new[start : start + AT_ONCE])
            self._letters = np.concatenate([self._letters, letters])
            self._lengths = np.concatenate([self._lengths, lengths])
        self.words += new
        self.known.update(new)

    def near(self, word: str) -> list[tuple[str, float]]:
        """Words within one slip of a folded word (letters swapped, wrong, missing, added), else within two.

        With how unlikely each is, about the number of slips. Two are forgiven in long words.
        """
        if not SHORTEST_WORD <= len(word) <= LONGEST_WORD or not word.isalpha():
            return []
        found = self._within(1, word)
        return found if found or len(word) < SHORTEST_FOR_TWO else self._within(2, word)

    def _within(self, slips: int, word: str) -> list[tuple[str, float]]:
        letters, lengths = _seen_from_afar([word])
        differ = np.bitwise_count(self._letters ^ letters[0])
        likely = np.flatnonzero((differ <= 2 * slips) & (np.abs(self._lengths - lengths[0]) <= slips))
        choices = [self.words[place] for place in likely]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=None)
        costs = [(other, count + _unlikely(word, other)) for other, count, _ in found]
        return sorted(costs, key=lambda one: (one[1], one[0]))[:MOST_NEAR]


def _unlikely(word: str, other: str) -> float:
    """Few words differ only in the order of their letters, so that is hardly chance; first letters are seldom wrong."""
    return OTHER_BEGINNING * (word[0] != other[0]) - SAME_LETTERS * (sorted(word) == sorted(other))


def _seen_from_afar(words: list[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int8]]:
    """Which letters each word has, as bits, and how many. One slip changes two bits at most, swapping none."""
    signs = np.array(words, f"U{LONGEST_WORD}").view(np.uint32).reshape(len(words), LONGEST_WORD)
    there = signs > 0
    bits = np.where(there, np.left_shift(np.uint64(1), (signs % 64).astype(np.uint64)), np.uint64(0))
    return np.bitwise_or.reduce(bits, axis=1), there.sum(axis=1).astype(np.int8)
