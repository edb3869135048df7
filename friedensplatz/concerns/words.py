# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The texts of people: cleaned without changing what they say."""

import unicodedata

SUBJECT_LENGTH = 80
KEPT_CONTROLS = "\n\t"


def tidy(text: str) -> str:
    """Composed characters, plain line ends, no NUL or other control characters; marks of direction stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in text if c in KEPT_CONTROLS or unicodedata.category(c) not in {"Cc", "Cs"}).strip()


def subject_of(text: str) -> str:
    """The first words of a text on one line, cut between words."""
    line = " ".join(text[: SUBJECT_LENGTH * 4].split())
    if len(line) <= SUBJECT_LENGTH:
        return line
    head, _, rest = line[:SUBJECT_LENGTH].rpartition(" ")
    return f"{head or rest}…"
