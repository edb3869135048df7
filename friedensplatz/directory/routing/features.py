# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Marks of a text: its words, its pairs of words and the letter groups inside words.

Letter groups let misspelt, inflected and compound words meet ("Beschwerdestele" ~ "Beschwerde"). Everything is folded
first, so that ä, ae and a phone keyboard's a are one, and Cyrillic is written in Latin letters, so that words shared
by many languages ("інтеграція", "integracja") meet too.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST_TEXT = 20_000
SHORTEST_GROUP, LONGEST_GROUP = 3, 5
WORD = re.compile(r"\w+")
FOLDED = {"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ä": "a", "ö": "o", "ü": "u"}
DIGRAPHS = re.compile(r"(?<=[^aeiouq])(ae|oe|ue)(?=[^aeiou])")
CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё",
        [
            "a",
            "b",
            "v",
            "h",
            "g",
            "d",
            "e",
            "je",
            "zh",
            "z",
            "y",
            "i",
            "ji",
            "j",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "c",
            "ch",
            "sh",
            "shch",
            "",
            "ju",
            "ja",
            "y",
            "e",
            "",
            "jo",
        ],
        strict=True,
    )
)


@dataclass(frozen=True)
class Word:
    """A folded word and where it stands in the text (start inclusive, end exclusive, in characters)."""

    text: str
    start: int
    end: int


def fold(word: str) -> str:
    """A word in small Latin letters without marks; other scripts lose only their marks."""
    word = "".join(FOLDED.get(c) or CYRILLIC.get(c, c) for c in unicodedata.normalize("NFC", word.lower()))
    word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return DIGRAPHS.sub(lambda m: m[0][0], word)


def words_of(text: str) -> list[Word]:
    """The folded words of a text, in order. Beyond `LONGEST_TEXT` characters nothing is read."""
    found = (Word(fold(m[0]), m.start(), m.end()) for m in WORD.finditer(text[:LONGEST_TEXT]))
    return [word for word in found if word.text]


def _groups(word: str) -> Iterator[str]:
    framed = f"<{word}>"
    for size in range(SHORTEST_GROUP, LONGEST_GROUP + 1):
        for start in range(len(framed) - size + 1):
            yield framed[start : start + size]


def _number(mark: str) -> int:
    return zlib.crc32(mark.encode("utf-8"))


def word_number(word: str) -> int:
    """The mark of a folded word standing for itself."""
    return _number(f"w {word}")


@dataclass(frozen=True)
class Marks:
    """The marks of a text: `ids` (32-bit hashes), and for each the index of the word it comes from."""

    ids: NDArray[np.uint32]
    words: NDArray[np.int32]
    is_word: NDArray[np.bool_]


def marks_of(words: list[Word]) -> Marks:
    """Every mark of the words, repeats included."""
    ids: list[int] = []
    owner: list[int] = []
    whole: list[bool] = []
    before = "<"
    for index, word in enumerate(words):
        own = [word_number(word.text), _number(f"p {before} {word.text}")]
        groups = [_number(group) for group in _groups(word.text)]
        ids += own + groups
        owner += [index] * (len(own) + len(groups))
        whole += [True] * len(own) + [False] * len(groups)
        before = word.text
    return Marks(np.array(ids, np.uint32), np.array(owner, np.int32), np.array(whole, np.bool_))
