# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The document a page consists of, and what can be said about it without asking anybody else.

    {"title": {"de": "…", "en": "…"}, "summary": {…},
     "sections": [{"id": "s1", "kind": "facts", "heading": {…}, "facts": [{"id": "s1a", "value": {…}, …}]}, …],
     "translations": {"en": {"origin": "human", "of": {"title": "0f3c…", "s1.heading": "…"}}}}

FIELDS says what each kind of section holds. Every text that can be translated is a passage with a stable id: `title`,
`s1.heading`, `s1.s1a.value`. A translation keeps the fingerprints of the passages it was made from, so that it is
known to be outdated when one of them reads differently today, and never by a date.
"""

import hashlib
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypedDict

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import Translated
from friedensplatz.core.text import cleaned
from friedensplatz.pages.cleaning import clean_html

Section = dict[str, Any]
"""A section or an item of one: `id`, in a section also `kind`, and the fields of its kind."""


class Stamp(TypedDict):
    """From what a translation was made: passage id → fingerprint of the text it translates."""

    origin: str
    of: dict[str, str]


class Content(TypedDict):
    title: Translated
    summary: Translated
    sections: list[Section]
    translations: dict[str, Stamp]


class Role(StrEnum):
    """What a field holds."""

    PLAIN = "plain"  # a text in several languages
    RICH = "rich"  # the same as clean HTML
    DATA = "data"  # a word for machines: a year, an address
    THING = "thing"  # a reference such as office/12, or nothing
    THINGS = "things"  # several, in their order


Fields = dict[str, "Role | Fields"]
"""Field → role; a nested one is a list of items with ids."""

HEAD: Fields = {"title": Role.PLAIN, "summary": Role.PLAIN}
FIELDS: dict[str, Fields] = {
    "text": {"heading": Role.PLAIN, "text": Role.RICH},
    "facts": {
        "heading": Role.PLAIN,
        "facts": {"value": Role.PLAIN, "label": Role.PLAIN, "as_of": Role.DATA, "source": Role.THING},
    },
    "steps": {"heading": Role.PLAIN, "steps": {"title": Role.PLAIN, "text": Role.RICH}},
    "image": {"image": Role.THING},
    "gallery": {"heading": Role.PLAIN, "images": Role.THINGS},
    "contact": {"heading": Role.PLAIN, "things": Role.THINGS},
    "downloads": {"heading": Role.PLAIN, "files": Role.THINGS},
    "cards": {"heading": Role.PLAIN, "things": Role.THINGS},
    "links": {"heading": Role.PLAIN, "links": {"url": Role.DATA, "label": Role.PLAIN}},
    "video": {"video": Role.THING},
}
TEXTS = {Role.PLAIN, Role.RICH}

REFERENCE = re.compile(r"([a-z_]+)/([0-9]+)")
LINK = re.compile(r'<a href="fp:([a-z_]+)/([0-9]+)">')
HEADING = re.compile(r"<h([34])>")
OUTSIDE = re.compile(r'<a href="(https:[^"]+)">')


@dataclass(frozen=True)
class Named:
    """A thing a passage names, by kind and primary key."""

    kind: str
    pk: int
    passage: str

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.pk


@dataclass(frozen=True)
class Problem:
    """Why a document cannot be published as it is; `passage` says where."""

    passage: str
    reason: str | Promise


@dataclass(frozen=True)
class Spot:
    """A filled field of a document; its id is that of the passage it holds."""

    passage: str
    role: Role
    value: Any


def blank() -> Content:
    return {"title": {}, "summary": {}, "sections": [], "translations": {}}


def new_id() -> str:
    """An id for a new section or item, different from all others in any document."""
    return secrets.token_hex(4)


def spots(content: Content) -> Iterator[Spot]:
    """Every filled field in reading order."""
    yield from _spots(HEAD, dict(content), "")
    for section in content["sections"]:
        yield from _spots(FIELDS[section["kind"]], section, f"{section['id']}.")


def _spots(fields: Fields, holder: Section, prefix: str) -> Iterator[Spot]:
    for name, role in fields.items():
        value = holder.get(name)
        if value and isinstance(role, Role):
            yield Spot(f"{prefix}{name}", role, value)
        elif value and not isinstance(role, Role):
            for item in value:
                yield from _spots(role, item, f"{prefix}{item['id']}.")


def passages(content: Content) -> dict[str, Translated]:
    """Each text that can be translated, by its id, in reading order."""
    return {spot.passage: spot.value for spot in spots(content) if spot.role in TEXTS}


def languages_of(content: Content) -> list[str]:
    """The languages a page exists in: those it has a title in."""
    return [language for language, title in content["title"].items() if title]


def fingerprint(text: str) -> str:
    """16 hex digits that change when the text reads differently; white space does not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def stamp_of(content: Content, language: str, *, source: str, origin: str) -> Stamp:
    """The stamp of a translation that renders what stands there now in the source language."""
    texts = passages(content)
    of = {name: fingerprint(text[source]) for name, text in texts.items() if text.get(language) and text.get(source)}
    return {"origin": origin, "of": of}


def references(content: Content) -> list[Named]:
    """Everything a document names, each passage's things once, in reading order."""
    return list(dict.fromkeys(named for spot in spots(content) for named in _named_in(spot)))


def _named_in(spot: Spot) -> Iterator[Named]:
    if spot.role == Role.RICH:
        found = [pair for text in spot.value.values() for pair in LINK.findall(text)]
    elif spot.role in {Role.THING, Role.THINGS}:
        words = [spot.value] if spot.role == Role.THING else spot.value
        found = [match.groups() for word in words if (match := REFERENCE.fullmatch(word))]
    else:
        found = []
    yield from (Named(kind, int(pk), spot.passage) for kind, pk in found)


def links_out(content: Content) -> list[tuple[str, str]]:
    """Passage and address of every link that leads out of the house."""
    found: list[tuple[str, str]] = []
    for spot in spots(content):
        if spot.role == Role.RICH:
            found += [(spot.passage, url) for text in spot.value.values() for url in OUTSIDE.findall(text)]
        elif spot.passage.endswith(".url"):
            found.append((spot.passage, spot.value))
    return list(dict.fromkeys(found))


def problems(content: Content, language: str) -> list[Problem]:
    """What a document lacks before people may read it; `language` is the city's own."""
    found = []
    if not content["title"].get(language):
        found.append(Problem("title", _("The title in the city’s language is missing.")))
    if not content["summary"].get(language):
        found.append(Problem("summary", _("The summary in the city’s language is missing.")))
    return [*found, *_skipped_headings(content)]


def _skipped_headings(content: Content) -> Iterator[Problem]:
    """Headings that leave a level out, by which people who hear a page lose their way."""
    for language in languages_of(content):
        level = 1
        for spot in spots(content):
            text = spot.value.get(language, "") if spot.role in TEXTS else ""
            if text and spot.passage.endswith(".heading"):
                level = 2
            for deeper in map(int, HEADING.findall(text) if spot.role == Role.RICH else []):
                if deeper > level + 1:
                    yield Problem(spot.passage, _("A heading stands below one that is two levels higher."))
                level = deeper


def clean(content: Content) -> Content:
    """The document with known fields only, texts cleaned, empty ones dropped, and an id for whatever has none."""
    sections = [section for section in content.get("sections", []) if section.get("kind") in FIELDS]
    head = _clean(HEAD, dict(content))
    return {
        "title": head["title"],
        "summary": head["summary"],
        "sections": [{**_own(section), **_clean(FIELDS[section["kind"]], section)} for section in sections],
        "translations": content.get("translations", {}),
    }


def _own(holder: Section) -> Section:
    own = {"id": str(holder.get("id") or new_id())}
    return own | {"kind": holder["kind"]} if "kind" in holder else own


def _clean(fields: Fields, holder: Section) -> Section:
    found: Section = {}
    for name, role in fields.items():
        value = holder.get(name)
        if isinstance(role, Role):
            found[name] = CLEANERS[role](value)
        else:
            found[name] = [{**_own({"id": item.get("id")}), **_clean(role, item)} for item in value or []]
    return found


def _texts(texts: Translated | None, cleaner: Callable[[str], str]) -> Translated:
    done = {language: cleaner(text) for language, text in (texts or {}).items()}
    return {language: text for language, text in done.items() if text}


def _reference(value: str | None) -> str:
    return value if value and REFERENCE.fullmatch(value) else ""


CLEANERS: dict[Role, Callable[[Any], Any]] = {
    Role.PLAIN: lambda value: _texts(value, cleaned),
    Role.RICH: lambda value: _texts(value, clean_html),
    Role.DATA: lambda value: cleaned(str(value or "")),
    Role.THING: _reference,
    Role.THINGS: lambda value: [one for one in value or [] if _reference(one)],
}
