# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Passages that two people changed at once, as questions, and the document that the answers make."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from friedensplatz.core.forms import LANGUAGES
from friedensplatz.core.languages import direction_of
from friedensplatz.pages.blocks import Block, blocks_of, words_in
from friedensplatz.pages.content import Content
from friedensplatz.pages.differences import difference
from friedensplatz.pages.merging import Conflict, put
from friedensplatz.pages.wording import passage_label

MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True)
class Question:
    """A passage to decide about. `mine` and `theirs` show what each changed; without HTML it was taken out."""

    number: int
    label: str
    language: str
    direction: str
    mine: SafeString | None
    theirs: SafeString | None
    both_possible: bool


def questions(content: Content, asked: tuple[Conflict, ...]) -> list[Question]:
    return [_question(number, content, conflict) for number, conflict in enumerate(asked)]


def decided(content: Content, asked: tuple[Conflict, ...], answers: Mapping[str, str]) -> Content:
    """The document with the answers (number → mine, theirs or both); what is not answered stays as it was merged."""
    for number, conflict in enumerate(asked):
        answer = answers.get(str(number), "")
        if answer == BOTH and _is_text(conflict):
            content = put(content, conflict.path, _joined(conflict.theirs, conflict.mine))
        elif answer in {MINE, THEIRS}:
            content = put(content, conflict.path, getattr(conflict, answer))
    return content


def _question(number: int, content: Content, conflict: Conflict) -> Question:
    names = [name for name in conflict.path if name not in {"sections", "facts", "steps", "links"}]
    language = conflict.path[-1] if _is_text(conflict) and len(names) > 1 else ""
    label = passage_label(content, ".".join(names[:-1] if language else names))
    base = _blocks(conflict.base)
    mine, theirs = (None if one is None else difference(base, _blocks(one)) for one in (conflict.mine, conflict.theirs))
    name = str(dict(LANGUAGES).get(language, ""))
    return Question(number, label, name, direction_of(language), mine, theirs, _is_text(conflict))


def _is_text(conflict: Conflict) -> bool:
    return isinstance(conflict.mine, str) and isinstance(conflict.theirs, str)


def _joined(first: str, second: str) -> str:
    return first + second if first.startswith("<") else f"{first} {second}"


def _blocks(value: Any) -> list[Block]:
    """Any value of a document as something to read."""
    if isinstance(value, str):
        return blocks_of(value) if value.startswith("<") else [Block("p", words_in(value))]
    if isinstance(value, dict):
        return [block for name, one in value.items() if name not in {"id", "kind"} for block in _blocks(one)]
    return [block for one in value or [] for block in _blocks(one)]
