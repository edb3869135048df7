# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A page's document as fields to fill in, in one language.

A field is named like its passage (`title`, `s1.heading`, `s1.s1a.value`). The hidden fields `section`, `s1.kind` and,
for each list of items, `s1.facts` tell which sections and items there are, in their order; `s1.things` holds the
chosen references. A section or item with a field `.gone` is folded away, so that taking it out can be undone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from friedensplatz.pages import wording
from friedensplatz.pages.content import FIELDS, HEAD, Content, Fields, Role, Section
from friedensplatz.pages.editor.choosing import Shown
from friedensplatz.pages.editor.plainly import typed_of

KINDS = {
    "image": ["image"],
    "images": ["image"],
    "files": ["document"],
    "video": ["video"],
    "source": ["source"],
    "contact": ["office", "organisation"],
}
ANY_KIND = ["page", "office", "organisation", "duty", "topic", "audience", "district", "goal"]


@dataclass(frozen=True)
class Field:
    """A field to fill in; `shape` is a Role or `items`. `text` is what stands in it, in rich text as clean `html` too."""

    name: str
    word: str
    shape: str
    text: str = ""
    html: str = ""
    items: "list[Group]" = field(default_factory=list)
    chosen: list[Shown] = field(default_factory=list)
    kinds: str = ""

    @property
    def label(self) -> Any:
        return wording.FIELDS[self.word]

    @property
    def single(self) -> bool:
        """Whether one thing is named, not several."""
        return self.shape == Role.THING


@dataclass(frozen=True)
class Group:
    """A section or an item of one, with its fields."""

    id: str
    name: str
    kind: str
    number: int
    gone: bool
    fields: list[Field]

    @property
    def label(self) -> Any:
        return wording.SECTIONS.get(self.kind, "")


@dataclass(frozen=True)
class Form:
    """How a document is shown for writing: in which language, what is folded away, what references are called."""

    language: str
    gone: frozenset[str] = frozenset()
    things: Mapping[str, Shown] = field(default_factory=dict)

    def head(self, content: Content) -> list[Field]:
        return list(self._fields(HEAD, dict(content), "", ""))

    def sections(self, content: Content) -> list[Group]:
        return [self.section(section, number) for number, section in enumerate(content["sections"], 1)]

    def section(self, section: Section, number: int = 0) -> Group:
        name, kind = section["id"], section["kind"]
        fields = list(self._fields(FIELDS[kind], section, f"{name}.", kind))
        return Group(name, name, kind, number, name in self.gone, fields)

    def _fields(self, fields: Fields, holder: Section, prefix: str, kind: str) -> Iterator[Field]:
        for word, shape in fields.items():
            name, value = f"{prefix}{word}", holder.get(word)
            if not isinstance(shape, Role):
                yield Field(name, word, "items", items=list(self._items(shape, value or [], prefix, kind, word)))
            elif shape in {Role.THING, Role.THINGS}:
                kinds = KINDS.get(word) or KINDS.get(kind) or ANY_KIND
                chosen = value if isinstance(value, list) else [value] if value else []
                named = [self.things.get(one, Shown(one)) for one in chosen]
                yield Field(name, word, shape, chosen=named, kinds=" ".join(kinds))
            else:
                text = value or "" if shape == Role.DATA else (value or {}).get(self.language, "")
                yield Field(name, word, shape, typed_of(text) if shape == Role.RICH else text, text)

    def _items(self, fields: Fields, items: list[Section], prefix: str, kind: str, word: str) -> Iterator[Group]:
        for number, item in enumerate(items, 1):
            path = f"{prefix}{item['id']}"
            yield Group(
                item["id"], path, word, number, path in self.gone, list(self._fields(fields, item, f"{path}.", kind))
            )
