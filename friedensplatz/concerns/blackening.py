# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Suggests what to black out of a text before it is published: names, and what leads to a home.

A person reads the suggestion before anybody else does; it finds what is written in the usual ways, not everything.
"""

import re
from collections.abc import Iterable

BLACK = "█████"
SHORTEST_NAME = 3

NUMBER = r"\d{1,3}(?!\d)(?:\s?[a-z]\b)?"
STREET = r"stra(?:ß|ss)e|str\.|weg|allee|platz|gasse|ring|ufer|damm|hof|wall|steig"
TRACES = re.compile(
    rf"""
      [\w.+-]+@[\w-]+\.[\w.-]*\w                                       # e-mail
    | \b[A-Z]{{2}}\d{{2}}(?:\s?\w{{4}}){{3,7}}\b                         # IBAN
    | (?:\+\d{{2,3}}|\b0)[\d\s/()-]{{6,}}\d                             # telephone
    | \b[\w.-]*(?i:{STREET})\s*{NUMBER}                                # street with its number
    | \b(?:Am|An\sde[rn]|Auf\sde[rm]|Im|In\sder|Zum|Zur)\s[A-ZÄÖÜ][\w-]+\s{NUMBER}
    | \bHaus(?:nummer)?\s{NUMBER}
    | \b\d{{5}}(?=\s+[A-ZÄÖÜ])                                         # postcode
    """,
    re.VERBOSE,
)


def blacken(text: str, people: Iterable[str]) -> str:
    """The text without the names of these people and without addresses, numbers and postcodes as people write them."""
    text = TRACES.sub(BLACK, text)
    for name in sorted(_names(people), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:s|'s|’s)?(?!\w)", BLACK, text, flags=re.IGNORECASE)
    return re.sub(rf"{BLACK}(?:\s+{BLACK})+", BLACK, text)


def _names(people: Iterable[str]) -> set[str]:
    """Whole names and their parts; the shortest parts (von, de) are words of their own."""
    names = {name.strip() for name in people}
    parts = {part for name in names for part in re.split(r"[\s,]+", name) if len(part) > SHORTEST_NAME}
    return {name for name in names | parts if len(name) >= SHORTEST_NAME}
