# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The place of a text that shows best why it was found, cut out and with the hits marked.

Analysing every word of a text would take longer than finding it. A stem is what is left of a word when its ending is
cut off, so a word with a wanted term holds the letters of the term: such places are looked for first.
"""

import html
from collections.abc import Callable, Collection
from dataclasses import dataclass

from friedensplatz.search.analysis.words import WORD, Word, fold

SNIPPET = 220
LONGEST_TEXT = 4_000
SHORTEST_HINT = 3

Terms = Callable[[Word], tuple[str, ...]]


class _Skeleton(dict[int, str]):
    """Folds letter by letter, one for one, so that a place in the folded text is a place in the text."""

    def __missing__(self, code: int) -> str:
        self[code] = fold(chr(code))[:1] or chr(code)
        return self[code]


_SKELETON = _Skeleton()


@dataclass(frozen=True)
class Mark:
    """A hit, or a place that may be one: start inclusive, end exclusive, and the term it was found by."""

    start: int
    end: int
    term: str


def snippet(text: str, wanted: Collection[str], terms: Terms, size: int = SNIPPET) -> str:
    """About `size` characters of a tidy text where most wanted terms stand, as HTML with `<mark>`, else escaped.

    Marked is a word that has a wanted term, inflected or inside a compound.
    """
    hints = _hints(text, wanted)
    start, end = _window(text, hints, size)
    marks = _marks(text, hints, wanted, terms, start, end)
    if hints and not marks:
        marks = _marks(text, hints, wanted, terms, 0, len(text))
        start, end = _window(text, marks, size)
    body = _marked(text, [mark for mark in marks if start <= mark.start and mark.end <= end], start, end)
    return f"{'… ' if start else ''}{body}{' …' if end < len(text) else ''}"


def _hints(text: str, wanted: Collection[str]) -> list[Mark]:
    """Where the letters of wanted terms stand. The last may differ in the word, and ß stands for one s."""
    folded = text.translate(_SKELETON)
    hints: list[Mark] = []
    for term in sorted(wanted):
        kept = term[: max(SHORTEST_HINT, len(term) - 1)]
        for letters in {kept, kept.replace("ss", "s")} if "ß" in text else {kept}:
            place = folded.find(letters)
            while place >= 0:
                hints.append(Mark(place, place + len(letters), term))
                place = folded.find(letters, place + len(letters))
    return sorted(hints, key=lambda hint: (hint.start, hint.end))


def _window(text: str, marks: list[Mark], size: int) -> tuple[int, int]:
    """Where to cut, between words, so that most different terms are inside; the beginning when it is as good."""
    lead = size // 4
    starts = [0, *(max(0, mark.start - lead) for mark in marks)]
    start = max(starts, key=lambda start: (len(_terms_between(marks, start, start + size)), -start))
    if start:
        start = text.rfind(" ", 0, start) + 1
    end = len(text) if start + size >= len(text) else text.rfind(" ", start, start + size)
    return start, end if end > start else min(len(text), start + size)


def _terms_between(marks: list[Mark], start: int, end: int) -> set[str]:
    return {mark.term for mark in marks if start <= mark.start and mark.end <= end}


def _marks(text: str, hints: list[Mark], wanted: Collection[str], terms: Terms, start: int, end: int) -> list[Mark]:
    """The words between two places that have a wanted term."""
    found: list[Mark] = []
    after = start
    for hint in hints:
        if not after <= hint.start < end or not (word := _word_around(text, hint.start)):
            continue
        after = word.end
        if hit := next((term for term in terms(word) if term in wanted), None):
            found.append(Mark(word.start, word.end, hit))
    return found


def _word_around(text: str, place: int) -> Word | None:
    """The word that a place of a text lies in."""
    start = max(text.rfind(blank, 0, place) for blank in " \n\t") + 1
    for found in WORD.finditer(text, start):
        if found.end() > place:
            return Word(found[0], found.start(), found.end())
    return None


def _marked(text: str, marks: list[Mark], start: int, end: int) -> str:
    pieces: list[str] = []
    for mark in marks:
        pieces += [html.escape(text[start : mark.start]), "<mark>", html.escape(text[mark.start : mark.end]), "</mark>"]
        start = mark.end
    return "".join([*pieces, html.escape(text[start:end])]).strip()
