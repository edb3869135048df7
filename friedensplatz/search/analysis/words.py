# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the words of a text stand, and one spelling for all ways to type them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST_WORD = 40

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_APOSTROPHE = "(?<=[\u0400-\u04ff])['’ʼ](?=[\u0400-\u04ff])"  # Ukrainian writes it inside words: здоров’я
_LETTERS = rf"(?:[^\W_]|[{_MARKS}]|{_APOSTROPHE})+"
WORD = re.compile(rf"{_LETTERS}(?:-{_LETTERS})*")

_SPELLINGS = str.maketrans(
    {"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ة": "ه", "ى": "ي"}
)
# "ue" is ü in "Fuehrerschein", but not in "neue", "Frauen" or "Quelle": there a vowel or a q stands before it.
_DIGRAPH = re.compile(r"(?<![aeiouyq])([aou])e")


@dataclass(frozen=True)
class Word:
    """A word as written and where it stands (start inclusive, end exclusive, in characters)."""

    text: str
    start: int
    end: int

    @property
    def pieces(self) -> list[str]:
        """The parts of a word with hyphens."""
        return self.text.split("-")


def tidy(text: str) -> str:
    """Text as it is stored: composed letters, no control characters."""
    return unicodedata.normalize("NFC", text.replace("\x00", " "))


def words_of(text: str) -> Iterator[Word]:
    """The words of a tidy text. Words joined by hyphens are one word."""
    for found in WORD.finditer(text):
        yield Word(found[0], found.start(), found.end())


def fold(word: str) -> str:
    """Lower case without accents and other marks: ü and u, ß and ss, й and и are one."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    plain = unicodedata.normalize("NFKD", lowered.translate(_SPELLINGS))
    return "".join(sign for sign in plain if sign.isalnum())


@lru_cache(maxsize=50_000)
def fold_german(word: str) -> str:
    """As `fold`, and ae, oe, ue are one with ä, ö, ü and with their bare letters."""
    return _DIGRAPH.sub(r"\1", fold(word))
