# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Inflected forms of a word meet in its stem."""

import re
import threading
from functools import lru_cache

import snowballstemmer

from friedensplatz.search.analysis.words import LONGEST_WORD, fold, fold_german

GERMAN = "de"
# Ukrainian has no stemmer of its own: the Russian one strips most of its endings too.
ALGORITHMS = {
    "ar": "arabic",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "pl": "polish",
    "ro": "romanian",
    "ru": "russian",
    "tr": "turkish",
    "uk": "russian",
}
CYRILLIC = ("uk", "ru")
ARABIC = ("ar",)
LATIN = (GERMAN, "en", "tr", "pl", "ro", "fr", "es")

_FOREIGN_PLURAL = re.compile(r"(?<=...[aiou])s$")  # Büros, Kitas: the German stemmer keeps this s
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_ARABIC_LETTER = re.compile("[\u0600-\u06ff]")


_own = threading.local()


def _stemmer(algorithm: str) -> "snowballstemmer.stemmer":
    """A stemmer keeps the word it works on in itself, so every thread has its own."""
    stemmers = _own.__dict__
    if algorithm not in stemmers:
        stemmers[algorithm] = snowballstemmer.stemmer(algorithm)
    return stemmers[algorithm]


@lru_cache(maxsize=50_000)
def stem_german(folded: str) -> str:
    """The stem of a word that went through `fold_german`."""
    return _FOREIGN_PLURAL.sub("", fold(_stemmer("german").stemWord(folded)))


@lru_cache(maxsize=50_000)
def forms(word: str, language: str) -> tuple[str, ...]:
    """The terms of a word without regard to compounds; the stem first, at least one unless the word is all marks.

    Other languages than German also keep the folded word itself, because many type them without their accents and a
    stemmer does not know such a word.
    """
    if language == GERMAN:
        found: tuple[str, ...] = (stem_german(fold_german(word)),)
    else:
        stemmed = _stemmer(ALGORITHMS[language]).stemWord(word.lower()) if language in ALGORITHMS else word
        found = (fold(stemmed), fold(word))
    return tuple(dict.fromkeys(form[:LONGEST_WORD] for form in found if form))


def fold_in(word: str, language: str) -> str:
    """The one spelling of a word in a language."""
    return fold_german(word) if language == GERMAN else fold(word)


def languages_of_script(word: str) -> tuple[str, ...]:
    """The languages a word may belong to, judged by its letters."""
    if _CYRILLIC_LETTER.search(word):
        return CYRILLIC
    return ARABIC if _ARABIC_LETTER.search(word) else LATIN
