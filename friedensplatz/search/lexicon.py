# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the words of the index are: compound parts, synonyms, spellings. Read once per process and word lists."""

import threading
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from friedensplatz.core.languages import EASY
from friedensplatz.search.analysis.analyser import Analyser
from friedensplatz.search.analysis.compounds import FILLERS, Splitter
from friedensplatz.search.analysis.spelling import Speller
from friedensplatz.search.analysis.stopwords import STOPWORDS, says_nothing
from friedensplatz.search.analysis.words import fold_german, tidy, words_of
from friedensplatz.search.models import IndexState, Spelling, SynonymGroup, WordPart

Phrase = tuple[str, ...]


def spoken(language: str) -> str:
    """The language a text is analysed in: easy language is German."""
    return "de" if language == EASY else language


class Lexicon:
    """The words of one state of the index."""

    def __init__(self, analyser: Analyser, synonyms: dict[str, list[tuple[Phrase, list[Phrase]]]]) -> None:
        self.analyser = analyser
        self._synonyms = synonyms
        self._speller = Speller()
        self._speller.add(sorted({word for words in STOPWORDS.values() for word in words}))
        self._newest = 0
        self._loading = threading.Lock()

    def synonyms_from(self, term: str) -> list[tuple[Phrase, list[Phrase]]]:
        """Expressions that begin with a term, each with the others of its group."""
        return self._synonyms.get(term, [])

    def speller(self, state: IndexState) -> Speller:
        """Knows every word of the index; reads those that are new since it was last asked."""
        with self._loading:
            if self._newest < state.spellings:
                rows = Spelling.objects.filter(pk__gt=self._newest).order_by("pk")
                self._speller.add(rows.values_list("text", flat=True).iterator())
                self._newest = state.spellings
        return self._speller


_reading = threading.Lock()


def current_lexicon(state: IndexState) -> Lexicon:
    """Threads that ask at once wait for one reading: it takes long, and much memory."""
    with _reading:
        return _lexicon_of(state.stamp)


@lru_cache(maxsize=2)
def _lexicon_of(stamp: int) -> Lexicon:
    analyser = Analyser(splitter_of(WordPart.objects.all()))
    return Lexicon(analyser, _synonyms(analyser))


def splitter_of(rows: Iterable[WordPart]) -> Splitter:
    """A splitter with the words of editors and of the index."""
    by_kind = defaultdict(set)
    for row in rows:
        by_kind[row.kind].add(fold_german(row.text))
    parts = by_kind[WordPart.Kind.PART] - by_kind[WordPart.Kind.NEVER]
    return Splitter(parts, [*FILLERS, *sorted(by_kind[WordPart.Kind.FILLER])])


def _synonyms(analyser: Analyser) -> dict[str, list[tuple[Phrase, list[Phrase]]]]:
    found: dict[str, list[tuple[Phrase, list[Phrase]]]] = defaultdict(list)
    for group in SynonymGroup.objects.order_by("pk"):
        phrases = [phrase for words in group.words if (phrase := _phrase(analyser, words, group.language))]
        for phrase in phrases:
            others = [other for other in phrases if other != phrase]
            if others:
                found[phrase[0]].append((phrase, others))
    return dict(found)


def _phrase(analyser: Analyser, text: str, language: str) -> Phrase:
    """The terms of an expression without its stop words."""
    words = [word for word in words_of(tidy(text)) if not says_nothing(word.text, (language,))]
    return tuple(terms[0] for word in words if (terms := analyser.terms(word, language)))
