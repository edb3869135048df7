# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A page's document as fields to fill in one language, and what was filled in as a document again.

A field is named like its passage (`title`, `s1.heading`, `s1.s1a.value`). The hidden fields `section`, `s1.kind` and,
for each list of items, `s1.facts` tell which sections and items there are, in their order; `s1.things` holds the
chosen references. Other languages stay as they are in the document the form was made from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from friedensplatz.pages import wording
from friedensplatz.pages.content import FIELDS, HEAD, Content, Fields, Role, Section, clean
from friedensplatz.pages.editor.plainly import html_of, typed_of

ID = re.compile(r"[a-z0-9]{1,16}")
KINDS = {
    "image": ["asset"],
    "images": ["asset"],
    "files": ["asset"],
    "video": ["asset"],
    "source": ["source"],
    "contact": ["office", "organisation"],
}
ANY_KIND = ["page", "office", "organisation", "duty", "topic", "audience", "district", "goal"]


@dataclass(frozen=True)
class Field:
    """A field to fill in. `value` is a text, a list of references or, when `shape` is `items`, a list of items."""

    name: str
    word: str
    shape: str
    value: Any
    html: str = ""
    kinds: str = ""

    @property
    def label(self) -> Any:
        return wording.FIELDS[self.word]


@dataclass(frozen=True)
class Group:
    """A section or an item of one, with its fields."""

    id: str
    name: str
    kind: str
    number: int
    fields: list[Field]

    @property
    def label(self) -> Any:
        return wording.SECTIONS.get(self.kind, "")


def head_fields(content: Content, language: str) -> list[Field]:
    return list(_fields(HEAD, dict(content), "", language, ""))


def section_groups(content: Content, language: str) -> list[Group]:
    return [section_group(section, language, number) for number, section in enumerate(content["sections"], 1)]


def section_group(section: Section, language: str, number: int) -> Group:
    name, kind = section["id"], section["kind"]
    return Group(name, name, kind, number, list(_fields(FIELDS[kind], section, f"{name}.", language, kind)))


def _fields(fields: Fields, holder: Section, prefix: str, language: str, kind: str) -> Iterator[Field]:
    for word, shape in fields.items():
        name, value = f"{prefix}{word}", holder.get(word)
        if not isinstance(shape, Role):
            items = [
                Group(
                    one["id"],
                    f"{prefix}{one['id']}",
                    word,
                    number,
                    list(_fields(shape, one, f"{prefix}{one['id']}.", language, kind)),
                )
                for number, one in enumerate(value or [], 1)
            ]
            yield Field(name, word, "items", items)
        elif shape == Role.PLAIN:
            yield Field(name, word, shape, (value or {}).get(language, ""))
        elif shape == Role.RICH:
            html = (value or {}).get(language, "")
            yield Field(name, word, shape, typed_of(html), html)
        elif shape == Role.DATA:
            yield Field(name, word, shape, value or "")
        else:
            chosen = [value] if shape == Role.THING and value else value or []
            yield Field(name, word, shape, chosen, kinds=" ".join(KINDS.get(word) or KINDS.get(kind) or ANY_KIND))


def typed_content(data: QueryDict, base: Content, language: str) -> Content:
    """The clean document that was typed into the fields of one language."""
    old = {section["id"]: section for section in base["sections"]}
    sections = []
    for name in dict.fromkeys(data.getlist("section")):
        kind = old.get(name, {}).get("kind") or data.get(f"{name}.kind", "")
        if ID.fullmatch(name) and kind in FIELDS:
            typed = _typed(FIELDS[kind], data, old.get(name, {}), f"{name}.", language)
            sections.append({"id": name, "kind": kind, **typed})
    head = _typed(HEAD, data, dict(base), "", language)
    return clean({**base, "title": head["title"], "summary": head["summary"], "sections": sections})


def _typed(fields: Fields, data: QueryDict, old: Section, prefix: str, language: str) -> Section:
    typed: Section = {}
    for word, shape in fields.items():
        name, value = f"{prefix}{word}", old.get(word)
        if name not in data:
            typed[word] = value
        elif not isinstance(shape, Role):
            items = {item["id"]: item for item in value or []}
            typed[word] = [
                {"id": one, **_typed(shape, data, items.get(one, {}), f"{prefix}{one}.", language)}
                for one in dict.fromkeys(data.getlist(name))
                if ID.fullmatch(one)
            ]
        else:
            typed[word] = _typed_value(shape, data.getlist(name), value, language)
    return typed


def _typed_value(role: Role, sent: list[str], old: Any, language: str) -> Any:
    if role == Role.PLAIN:
        return {**(old or {}), language: sent[-1]}
    if role == Role.RICH:
        return {**(old or {}), language: html_of(sent[-1])}
    return list(dict.fromkeys(filter(None, sent))) if role == Role.THINGS else sent[-1]
