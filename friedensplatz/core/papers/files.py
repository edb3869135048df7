# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file of facts and texts, section by section, in the language of the city."""

from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.conf import settings

from friedensplatz.core.papers.setting import set_paper

TEMPLATE = Path(__file__).parent / "file.typ"


@dataclass(frozen=True)
class Section:
    """Facts are questions with their answers; `text` has its paragraphs between empty lines."""

    heading: str
    facts: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""

    @property
    def paragraphs(self) -> list[str]:
        return [part for part in self.text.split("\n\n") if part.strip()]


def set_file(title: str, sections: list[Section], *, author: str, foot: str, notice: str = "") -> bytes:
    """The file as PDF/UA-1; `notice` stands on top of it."""
    data = {
        "title": title,
        "author": author,
        "language": settings.LANGUAGE_CODE,
        "notice": notice,
        "foot": foot,
        "sections": [asdict(section) | {"paragraphs": section.paragraphs} for section in sections],
    }
    return set_paper(TEMPLATE, lambda folder: data)
