# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Splitting German compounds into parts that are words of their own."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

# Parts learnt from documents are longer than those that people may give: "amt", "rat", "rad".
SHORTEST_PART, SHORTEST_GIVEN = 4, 3
LONGEST_PART = 16
SHORTEST_COMPOUND = 8
FILLERS = ("", "s", "es", "n", "en", "er", "e")


class Splitter:
    """Splits folded words by a set of folded parts."""

    def __init__(self, parts: Iterable[str], fillers: Iterable[str] = FILLERS) -> None:
        self.parts = frozenset(parts)
        self.fillers = tuple(dict.fromkeys(["", *fillers]))
        self.split = lru_cache(maxsize=50_000)(self._split)

    def _split(self, word: str) -> tuple[str, ...]:
        """The parts of a compound from left to right; empty when it is none. Few and long parts win."""
        if len(word) < SHORTEST_COMPOUND:
            return ()
        best: list[tuple[float, tuple[str, ...]] | None] = [None] * (len(word) + 1)
        best[0] = (0.0, ())
        for start in range(len(word)):
            if best[start] is not None:
                self._extend(word, start, best)
        found = best[len(word)]
        return found[1] if found and len(found[1]) > 1 else ()

    def _extend(self, word: str, start: int, best: list[tuple[float, tuple[str, ...]] | None]) -> None:
        """Note every way to go on from `start` that beats what is known about the place it leads to."""
        points, parts = best[start] or (0.0, ())
        longest = min(len(word) - start, LONGEST_PART, len(word) - 1)
        for size in range(min(SHORTEST_GIVEN, longest), longest + 1):
            part = word[start : start + size]
            if part not in self.parts:
                continue
            for filler in self.fillers:
                end = start + size + len(filler)
                if not word.startswith(filler, start + size):
                    continue
                # Squares prefer one long part to two short ones; a filler costs a little.
                offer = points + size * size - 2 * len(filler)
                known = best[end]
                if known is None or offer > known[0]:
                    best[end] = (offer, (*parts, part))


def learn_parts(seen: Counter[str], ignored: frozenset[str]) -> list[str]:
    """Words that begin or end other words of the same index, in alphabetical order; `seen` counts folded words."""
    candidates = {
        word for word in seen if SHORTEST_PART <= len(word) <= LONGEST_PART and word not in ignored and word.isalpha()
    }
    used: Counter[str] = Counter()
    for word in seen:
        if len(word) >= SHORTEST_COMPOUND:
            used.update(_edges(word) & candidates)
    return sorted(word for word in candidates if used[word])


def _edges(word: str) -> set[str]:
    """Everything a word begins or ends with that leaves room for another part."""
    sizes = range(SHORTEST_PART, len(word) - SHORTEST_PART + 2)
    return {word[:size] for size in sizes} | {word[-size:] for size in sizes}
