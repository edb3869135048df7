# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a text reads: sentences and their length, capitals, script and language. Nothing here knows of pages."""

import re
import unicodedata
from collections import Counter

SENTENCE_END = re.compile(r"(?<=[.!?…؟])[\"“”»)]*\s+")
NO_END = re.compile(r"(?:^|[\s(])(?:\d\d?|\w|Nr|Dr|Prof|St|Str|Abs|Art|Tel|ca|bzw|usw|evtl|ggf|inkl|vgl|Mio|Mrd)\.$")
WORD = re.compile(r"\w+(?:[-’'/.]\w+)*")
CAPITALS = re.compile(r"\b[^\W\d_a-zß-ÿ]{4,}(?:[\s,–-]+[^\W\d_a-zß-ÿ]{2,})+\b")
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "uk": "CYRILLIC", "ru": "CYRILLIC", "bg": "CYRILLIC", "el": "GREEK"}
# Little words that are frequent in one language and are none of the others' words.
LITTLE_WORDS = {
    "de": {"und", "der", "das", "ist", "nicht", "mit", "für", "sie", "eine", "auch", "zum", "zur", "von", "werden"},
    "en": {"the", "and", "of", "is", "to", "with", "for", "you", "are", "this", "that", "from", "your", "have"},
    "tr": {"ve", "bir", "bu", "için", "ile", "çok", "daha", "olan", "veya", "gibi"},
    "pl": {"i", "nie", "się", "jest", "na", "że", "oraz", "lub", "dla", "są", "przez"},
    "ro": {"și", "este", "sunt", "pentru", "cu", "din", "sau", "care", "mai"},
}
ENOUGH_LETTERS, ENOUGH_WORDS = 20, 6


def sentences(text: str) -> list[str]:
    """Sentences of a text; a date ("12. Mai") and an abbreviation end none."""
    found: list[str] = []
    for part in SENTENCE_END.split(text):
        if found and NO_END.search(found[-1]):
            found[-1] += f" {part}"
        elif part:
            found.append(part)
    return found


def count_words(text: str) -> int:
    return len(WORD.findall(text))


def capitals_in(text: str) -> str:
    """The first run of words in capitals; one alone is an abbreviation. Scripts without capitals have none."""
    runs = (found[0] for found in CAPITALS.finditer(text))
    return next((run for run in runs if all(sign.isupper() for sign in run if sign.isalpha())), "")


def looks_foreign(text: str, language: str) -> bool:
    """Whether a text is certainly not in a language: another script, or the little words of another one."""
    letters = [unicodedata.name(sign, "").split(" ")[0] for sign in text if sign.isalpha()]
    script, often = Counter(letters).most_common(1)[0] if letters else ("", 0)
    if len(letters) >= ENOUGH_LETTERS and often > 0.6 * len(letters) and script != SCRIPTS.get(language, "LATIN"):
        return True
    words = Counter(word.lower() for word in WORD.findall(text))
    found = {name: sum(words[word] for word in little) for name, little in LITTLE_WORDS.items()}
    own = found.get(language)
    return own is not None and max(found.values()) >= max(ENOUGH_WORDS, 3 * own + 1)
