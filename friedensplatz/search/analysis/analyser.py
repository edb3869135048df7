# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One analysis for index and query."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from friedensplatz.search.analysis.compounds import Splitter
from friedensplatz.search.analysis.stems import GERMAN, forms, stem_german
from friedensplatz.search.analysis.words import LONGEST_WORD, Word, fold_german, words_of

# Raise it when the same document would be stored otherwise: an index with another version is rebuilt.
VERSION = 4


class Analyser:
    """Turns words into terms with the compound parts it is given."""

    def __init__(self, splitter: Splitter) -> None:
        self.splitter = splitter
        self._cached = lru_cache(maxsize=50_000)(self._terms)

    def terms(self, word: Word, language: str) -> tuple[str, ...]:
        """The terms of a word: the word itself first, then the parts it consists of."""
        return self._cached(word.text, language)

    def _terms(self, text: str, language: str) -> tuple[str, ...]:
        pieces = text.split("-")
        if len(pieces) == 1:
            return self._piece(text, language)
        joined = "".join(pieces)
        whole = forms(joined, language) if len(joined) <= LONGEST_WORD else ()
        return tuple(dict.fromkeys([*whole, *(term for piece in pieces for term in self._piece(piece, language))]))

    def text(self, text: str, language: str) -> list[str]:
        """All terms of a tidy text, in reading order."""
        return [term for word in words_of(text) for term in self.terms(word, language)]

    def _piece(self, piece: str, language: str) -> tuple[str, ...]:
        found = forms(piece, language)
        if language != GERMAN:
            return found
        parts = self.splitter.split(fold_german(piece))
        return tuple(dict.fromkeys([*found, *map(stem_german, parts)])) if parts else found


def seen_words(texts: Iterable[str]) -> Counter[str]:
    """How often a folded German word stands in texts; words with hyphens count by their pieces."""
    return Counter(fold_german(piece) for text in texts for word in words_of(text) for piece in word.pieces)
