# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words of the index nearest to a word that no document has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from friedensplatz.search.analysis.words import LONGEST_WORD

SHORTEST_WORD = 4
SHORTEST_FOR_TWO = 7
MOST_NEAR = 24
SHORTEST_HEAD, MOST_COMPOUNDS = 5, 8
SAME_LETTERS, OTHER_BEGINNING = 0.5, 0.3
AT_ONCE = 20_000


@dataclass
class _Shelf:
    """Words of one length."""

    words: list[str] = field(default_factory=list)
    letters: npt.NDArray[np.uint64] = field(default_factory=lambda: np.empty(0, np.uint64))


class Speller:
    """Knows folded words and of each, as bits, which letters it has: most words are told apart by that alone."""

    def __init__(self) -> None:
        self.known: set[str] = set()
        self._shelves: defaultdict[int, _Shelf] = defaultdict(_Shelf)
        self._lines = "\n"

    def add(self, words: Iterable[str]) -> None:
        by_length = defaultdict(list)
        for word in words:
            by_length[len(word[:LONGEST_WORD])].append(word[:LONGEST_WORD])
        for length, new in by_length.items():
            shelf = self._shelves[length]
            seen = [_letters_of(new[start : start + AT_ONCE]) for start in range(0, len(new), AT_ONCE)]
            shelf.letters = np.concatenate([shelf.letters, *seen])
            shelf.words += new
            self.known.update(new)
            self._lines += "\n".join([*new, ""])

    def near(self, word: str) -> list[tuple[str, float]]:
        """Words within one slip of a folded word (letters swapped, wrong, missing, added), else within two.

        With how unlikely each is, about the number of slips. Two are forgiven in long words.
        """
        if not SHORTEST_WORD <= len(word) <= LONGEST_WORD or not word.isalpha():
            return []
        found = self._within(1, word)
        return found if found or len(word) < SHORTEST_FOR_TWO else self._within(2, word)

    def compounds_with(self, word: str) -> list[str]:
        """Words that begin or end with a folded word, the first known of them."""
        if len(word) < SHORTEST_HEAD:
            return []
        found = [
            _line_at(self._lines, place) for sought in (f"\n{word}", f"{word}\n") for place in self._places(sought)
        ]
        return list(dict.fromkeys(other for other in found if other != word))

    def _places(self, sought: str) -> Iterator[int]:
        place = -1
        for _ in range(MOST_COMPOUNDS):
            place = self._lines.find(sought, place + 1)
            if place < 0:
                return
            yield place + 1

    def _within(self, slips: int, word: str) -> list[tuple[str, float]]:
        letters, choices = _letters_of([word])[0], []
        for length in range(len(word) - slips, len(word) + slips + 1):
            shelf, most = self._shelves[length], 2 * slips - abs(length - len(word))
            likely = np.flatnonzero(np.bitwise_count(shelf.letters ^ letters) <= most)
            choices += [shelf.words[place] for place in likely]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=None)
        costs = [(other, count + _unlikely(word, other)) for other, count, _ in found]
        return sorted(costs, key=lambda one: (one[1], one[0]))[:MOST_NEAR]


def _unlikely(word: str, other: str) -> float:
    """Few words differ only in the order of their letters, so that is hardly chance; first letters are seldom wrong."""
    return OTHER_BEGINNING * (word[0] != other[0]) - SAME_LETTERS * (sorted(word) == sorted(other))


def _line_at(lines: str, place: int) -> str:
    return lines[lines.rfind("\n", 0, place) + 1 : lines.find("\n", place)]


def _letters_of(words: list[str]) -> npt.NDArray[np.uint64]:
    """Which letters each word has, as bits. A slip changes two at most; adding or missing one changes one."""
    signs = np.array(words, f"U{LONGEST_WORD}").view(np.uint32).reshape(len(words), LONGEST_WORD)
    bits = np.where(signs > 0, np.left_shift(np.uint64(1), (signs % 64).astype(np.uint64)), np.uint64(0))
    letters: npt.NDArray[np.uint64] = np.bitwise_or.reduce(bits, axis=1)
    return letters
