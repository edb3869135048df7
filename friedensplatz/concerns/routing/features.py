# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Marks of a report: words, groups of letters, places and subjects.

Words are stemmed and folded as the search does it. Groups of letters let misspelt words and compounds meet. Streets
are marks of their own, because some offices answer for a part of the city whatever is the matter there. Subjects
(subjects.txt) let words meet that share no letters ("Matratze", "Kühlschrank").
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from friedensplatz.search.analysis.stems import stem_german
from friedensplatz.search.analysis.words import LONGEST_WORD, Word, fold_german, tidy, words_of

LONGEST_TEXT = 5_000
SHORTEST_GROUP, LONGEST_GROUP = 2, 5
SHORTEST_STEM = 3
SUBJECTS = Path(__file__).with_name("subjects.txt")

STREET = re.compile(r"\w*(?:str(?:asse?)?|weg|allee|platz|ring|gasse|damm|ufer|wall|brucke|park|siedlung|hof|markt)$")
STREET_ENDING = re.compile(r"str(?:asse?)?$")
TELLS_NO_PLACE = re.compile(r"(?:geh|rad|fuss|fahrrad|feld|wander|wald|haupt)?weg|(?:spiel|park|sport|bolz|stell)platz")


class Block(IntEnum):
    """The kinds of marks; the two lowest bits of a mark name its kind."""

    WORDS = 0
    LETTERS = 1
    PLACES = 2
    SUBJECTS = 3


@dataclass(frozen=True)
class Marks:
    """The marks of a report and, for each, the index of the term it comes from."""

    ids: NDArray[np.uint32]
    owners: NDArray[np.int32]
    terms: list[str]


@lru_cache(maxsize=100_000)
def _mark(block: Block, name: str) -> int:
    return zlib.crc32(name.encode()) & ~3 | block


@lru_cache(maxsize=50_000)
def _letters(folded: str) -> tuple[int, ...]:
    """The groups of letters of a word; the ends of the word count as letters."""
    framed = f" {folded} "
    sizes = range(SHORTEST_GROUP, min(LONGEST_GROUP, len(framed)) + 1)
    groups = (framed[start : start + size] for size in sizes for start in range(len(framed) - size + 1))
    return tuple(zlib.crc32(group.encode()) & ~3 | Block.LETTERS for group in groups)


def marks_of(text: str, district: str | None = "", place: str | None = "", category: str | None = "") -> Marks:
    """Every mark of a report, repeats included. Beyond `LONGEST_TEXT` characters nothing is read."""
    words = list(words_of(tidy(text[:LONGEST_TEXT])))
    terms = [word.text for word in words]
    found = [*_of_text(words), *_subjects(words)]
    for name, given in (("district", district), ("category", category)):
        if given:
            found.append((_mark(Block.PLACES, f"{name} {fold_german(given)}"), len(terms)))
            terms.append(given)
    for word in words_of(tidy((place or "")[:LONGEST_TEXT])):
        found.append((_mark(Block.PLACES, _place_name(_folded(word))), len(terms)))
        terms.append(word.text)
    ids, owners = zip(*found, strict=True) if found else ((), ())
    return Marks(np.array(ids, np.uint32), np.array(owners, np.int32), terms)


def _folded(word: Word) -> str:
    return fold_german(word.text[:LONGEST_WORD])


def _of_text(words: list[Word]) -> Iterator[tuple[int, int]]:
    folded = [_folded(word) for word in words]
    stems = [stem_german(word) for word in folded]
    for index, (word, stem) in enumerate(zip(folded, stems, strict=True)):
        yield _mark(Block.WORDS, stem), index
        yield from ((letters, index) for letters in _letters(word))
    for index, pair in enumerate(pairwise(stems)):
        yield _mark(Block.WORDS, " ".join(pair)), index
    yield from _streets(folded)


def _streets(folded: list[str]) -> Iterator[tuple[int, int]]:
    """Names of streets and squares: in one word, or a name and its kind ("Lange Straße")."""
    for index, word in enumerate(folded):
        if STREET.match(word) and not TELLS_NO_PLACE.fullmatch(word):
            alone = STREET.fullmatch(word) and len(word) <= len("strasse")
            before = f"{folded[index - 1]} " if alone and index else ""
            yield _mark(Block.PLACES, _place_name(before + word)), index


def _place_name(folded: str) -> str:
    return STREET_ENDING.sub("str", folded)


@lru_cache(maxsize=1)
def _stems_of_subjects() -> dict[str, str]:
    """The subject of each stem of subjects.txt; ends of words are spaces."""
    lines = [line.partition(":") for line in SUBJECTS.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return {fold_german(stem.replace("_", " ")): name for name, _colon, stems in lines for stem in stems.split()}


@lru_cache(maxsize=50_000)
def _subjects_in(folded: str) -> tuple[int, ...]:
    subjects, framed = _stems_of_subjects(), f" {folded} "
    ends = range(SHORTEST_STEM, len(framed) + 1)
    parts = (framed[start:end] for end in ends for start in range(end - SHORTEST_STEM + 1))
    return tuple(_mark(Block.SUBJECTS, name) for name in sorted({subjects[part] for part in parts if part in subjects}))


def _subjects(words: list[Word]) -> Iterator[tuple[int, int]]:
    for index, word in enumerate(words):
        yield from ((mark, index) for mark in _subjects_in(_folded(word)))
