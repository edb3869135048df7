# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two revisions of a page side by side: which sections came, went and moved, and what reads differently in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.safestring import SafeString

from friedensplatz.core.languages import Translated
from friedensplatz.pages.blocks import Block, blocks_of, words_in
from friedensplatz.pages.content import FIELDS, HEAD, Content, Fields, Role, Section
from friedensplatz.pages.differences import difference

NameOf = Callable[[str], str]
"""The readable name of a reference such as office/12."""


@dataclass(frozen=True)
class Difference:
    """A field that changed; `language` is empty for what has none. `html` is safe."""

    field: str
    language: str
    html: SafeString


@dataclass(frozen=True)
class SectionCompared:
    """A section that is not as it was. `came`, `went` and `moved` tell what happened to it as a whole."""

    kind: str
    heading: Translated
    came: bool
    went: bool
    moved: bool
    differences: list[Difference]


@dataclass(frozen=True)
class Comparison:
    """What is different; `nothing` when nothing is."""

    head: list[Difference]
    sections: list[SectionCompared]

    @property
    def nothing(self) -> bool:
        return not self.head and not self.sections


def compare(old: Content, new: Content, name_of: NameOf = str) -> Comparison:
    """The differences in reading order, sections that went where they stood."""
    before = {section["id"]: section for section in old["sections"]}
    after = {section["id"]: section for section in new["sections"]}
    moved = _moved(list(before), list(after))
    compared = [
        _section(before.get(name), after.get(name), name in moved, name_of) for name in _all(list(before), list(after))
    ]
    head = list(_differences(dict(old), dict(new), HEAD, name_of))
    return Comparison(head, [one for one in compared if one.came or one.went or one.moved or one.differences])


def _all(before: list[str], after: list[str]) -> list[str]:
    """All names in the new order; those that went stand behind what they stood behind."""
    names = list(after)
    for place, name in enumerate(before):
        if name not in names:
            names.insert(names.index(before[place - 1]) + 1 if place else 0, name)
    return names


def _moved(before: list[str], after: list[str]) -> set[str]:
    """Names that changed their place among those in both lists; as few as explain it."""
    old, new = [name for name in before if name in after], [name for name in after if name in before]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return set(new) - {name for block in blocks for name in new[block.b : block.b + block.size]}


def _section(old: Section | None, new: Section | None, moved: bool, name_of: NameOf) -> SectionCompared:
    shown: Section = new or old or {}
    differences = list(_differences(old or {}, new or {}, FIELDS[shown["kind"]], name_of))
    return SectionCompared(shown["kind"], shown.get("heading", {}), old is None, new is None, moved, differences)


def _differences(old: Section, new: Section, fields: Fields, name_of: NameOf) -> Iterator[Difference]:
    for name, shape in fields.items():
        if old.get(name) == new.get(name):
            continue
        for language in ["", *_languages(old.get(name)), *_languages(new.get(name), but=_languages(old.get(name)))]:
            before = list(_blocks(shape, old.get(name), language, name_of))
            after = list(_blocks(shape, new.get(name), language, name_of))
            if before != after:
                yield Difference(name, language, difference(before, after))


def _languages(value: Any, but: list[str] | None = None) -> list[str]:
    """The languages somewhere in a field's value, in the order they are met."""
    found: dict[str, None] = {}
    if isinstance(value, dict):
        found = dict.fromkeys(value)
    elif isinstance(value, list):
        maps = [inner for item in value if isinstance(item, dict) for inner in item.values()]
        found = dict.fromkeys(language for inner in maps if isinstance(inner, dict) for language in inner)
    return [language for language in found if language not in (but or [])]


def _blocks(shape: "Role | Fields", value: Any, language: str, name_of: NameOf) -> Iterator[Block]:
    """A field as blocks of words: its text in a language or, without one, what has no language."""
    if not value:
        return
    if not isinstance(shape, Role):
        for item in value:
            for name, inner in shape.items():
                yield from _blocks(inner, item.get(name), language, name_of)
    elif shape == Role.RICH:
        yield from blocks_of(value.get(language, ""))
    else:
        yield from (Block("li", words_in(line)) for line in _lines(shape, value, language, name_of) if line)


def _lines(role: Role, value: Any, language: str, name_of: NameOf) -> list[str]:
    if role == Role.PLAIN:
        return [value.get(language, "")]
    if language:
        return []
    if role == Role.THINGS:
        return [name_of(one) for one in value]
    return [name_of(value) if role == Role.THING else value]
