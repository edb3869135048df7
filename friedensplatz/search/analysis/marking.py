# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The place of a text that shows best why it was found, cut out and with the hits marked."""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from friedensplatz.search.analysis.words import WORD, Word, fold

SNIPPET = 220
LONGEST_TEXT = 4_000
PREFIX = 3

Terms = Callable[[Word], tuple[str, ...]]


class _Skeleton(dict[int, str]):
    """Folds letter by letter, one for one, so that a place in the folded text is a place in the text."""

    def __missing__(self, code: int) -> str:
        self[code] = fold(chr(code))[:1] or chr(code)
        return self[code]


_SKELETON = _Skeleton()


@dataclass(frozen=True)
class Mark:
    """A hit in a text: start inclusive, end exclusive, and the term it was found by."""

    start: int
    end: int
    term: str


def marks_in(text: str, wanted: set[str], terms: Terms) -> list[Mark]:
    """The words of a tidy text that have a wanted term, inflected or inside a compound.

    Only words that hold the first letters of a wanted term are analysed.
    """
    beginnings = sorted({re.escape(term[:PREFIX]) for term in wanted if term})
    if not beginnings:
        return []
    found: list[Mark] = []
    after = 0
    for hint in re.finditer("|".join(beginnings), text.translate(_SKELETON)):
        if hint.start() < after or not (word := _word_around(text, hint.start())):
            continue
        after = word.end
        hit = next((term for term in terms(word) if term in wanted), None)
        if hit:
            found.append(Mark(word.start, word.end, hit))
    return found


def _word_around(text: str, place: int) -> Word | None:
    """The word that a place of a text lies in."""
    start = max(text.rfind(blank, 0, place) for blank in " \n\t") + 1
    for found in WORD.finditer(text, start):
        if found.end() > place:
            return Word(found[0], found.start(), found.end())
    return None


def snippet(text: str, marks: list[Mark], size: int = SNIPPET) -> str:
    """About `size` characters of a text around its best hits, as HTML with `<mark>`. Everything else is escaped."""
    start = _best_start(marks, size)
    if start:
        start = text.rfind(" ", 0, start) + 1
    end = len(text) if start + size >= len(text) else text.rfind(" ", start, start + size)
    end = end if end > start else min(len(text), start + size)
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    body = _marked(text, inside, start, end)
    return f"{'… ' if start else ''}{body}{' …' if end < len(text) else ''}"


def _best_start(marks: list[Mark], size: int) -> int:
    """Where to cut so that most different terms are inside; the beginning when it is as good."""
    lead = size // 4
    starts = [0, *(max(0, mark.start - lead) for mark in marks)]
    return max(starts, key=lambda start: (len(_terms_between(marks, start, start + size)), -start))


def _terms_between(marks: Iterable[Mark], start: int, end: int) -> set[str]:
    return {mark.term for mark in marks if start <= mark.start and mark.end <= end}


def _marked(text: str, marks: list[Mark], start: int, end: int) -> str:
    pieces: list[str] = []
    for mark in marks:
        pieces += [html.escape(text[start : mark.start]), "<mark>", html.escape(text[mark.start : mark.end]), "</mark>"]
        start = mark.end
    return "".join([*pieces, html.escape(text[start:end])]).strip()
