# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A document as a person reads it: each text in their language, references turned into what they lead to."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import with_renditions
from friedensplatz.assets.showing import file_address
from friedensplatz.core.languages import Text, Translated, pick
from friedensplatz.directory.models import Contact
from friedensplatz.directory.opening import Opening, opening_of
from friedensplatz.directory.timetables import timetables
from friedensplatz.pages.content import FIELDS, REFERENCE, Content, Fields, Role, Section, references
from friedensplatz.pages.plug import Card, Key, cards

ANCHOR = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
ASSET = "asset"
REACHED = ("office", "organisation")
HEADINGS_WORTH_A_LIST = 4


@dataclass(frozen=True)
class Prose:
    """Rich text ready to be shown, in the language it exists in."""

    html: SafeString
    tag: str
    direction: str


@dataclass(frozen=True)
class Reach:
    """Somebody with the ways to them; `contact` is None where none is known."""

    card: Card
    contact: Contact | None
    opening: Opening | None


@dataclass(frozen=True)
class Reading:
    """What stands on a page; `named` has the keys of all things it leads to.

    Sections are mappings with `id`, `kind`, `template`, the fields of its kind, and the `level` of headings in it."""

    sections: list[dict[str, Any]]
    pinned: list[Card]
    image: Asset | None
    named: Collection[Key]

    @property
    def headings(self) -> list[dict[str, Any]]:
        """Sections with a heading, where there are so many that a list of them helps."""
        headed = [section for section in self.sections if section.get("heading")]
        return headed if len(headed) >= HEADINGS_WORTH_A_LIST else []


def read(content: Content, pins: Iterable[str], language: str, *, image: int | None = None) -> Reading:
    """A document in a language; every text that lacks it in the nearest one.

    `pins` are references, `image` is the key of the page's picture. One query each for what is named, for pictures and
    files, and for contacts.
    """
    pinned = [key for pin in pins if (key := key_of(pin))]
    keys = {*(named.key for named in references(content)), *pinned}
    found = cards([key for key in keys if key[0] != ASSET])
    wanted = {pk for kind, pk in keys if kind == ASSET} | {card.image for card in found.values()} | {image}
    assets = with_renditions(pk for pk in wanted if pk)
    found = {key: replace(card, picture=assets.get(card.image or 0)) for key, card in found.items()}
    reader = Reader(language, found, assets, _contacts(content))
    sections = [reader.section(one) for one in content["sections"]]
    return Reading(sections, [found[key] for key in pinned if key in found], assets.get(image or 0), found.keys())


def key_of(reference: str) -> Key | None:
    match = REFERENCE.fullmatch(reference)
    return (match[1], int(match[2])) if match else None


def _contacts(content: Content) -> dict[Key, Contact]:
    """How to reach whom the contact sections name."""
    things = [thing for section in content["sections"] if section["kind"] == "contact" for thing in section["things"]]
    keys = [key for thing in things if (key := key_of(thing)) and key[0] in REACHED]
    if not keys:
        return {}
    wanted = {kind: [pk for its_kind, pk in keys if its_kind == kind] for kind in REACHED}
    rows = Contact.objects.filter(Q(office__in=wanted["office"]) | Q(organisation__in=wanted["organisation"]))
    return {
        ("office", row.office_id) if row.office_id else ("organisation", row.organisation_id or 0): row for row in rows
    }


def _url_of(thing: Card | Asset | None) -> str:
    if isinstance(thing, Asset):
        return "" if thing.is_expired() else file_address(thing)
    return thing.url if thing else ""


@dataclass(frozen=True)
class Reader:
    language: str
    found: Mapping[Key, Card]
    assets: Mapping[int, Asset]
    contacts: Mapping[Key, Contact]

    def section(self, section: Section) -> dict[str, Any]:
        kind = section["kind"]
        shown = {"id": section["id"], "kind": kind, "template": f"pages/sections/{kind}.html"}
        shown |= self._fields(FIELDS[kind], section)
        shown["level"] = 3 if shown.get("heading") else 2
        if kind == "contact":
            shown["things"] = [self._reach(card) for card in shown["things"]]
        return shown

    def _fields(self, fields: Fields, holder: Section) -> dict[str, Any]:
        return {
            name: self._value(role, holder.get(name))
            if isinstance(role, Role)
            else [self._fields(role, item) for item in holder.get(name) or []]
            for name, role in fields.items()
        }

    def _value(self, role: Role, value: Any) -> Any:
        if role == Role.PLAIN:
            return self._text(value)
        if role == Role.RICH:
            return self._prose(value)
        if role == Role.THING:
            return self._thing(value or "")
        if role == Role.THINGS:
            return [thing for one in value or [] if (thing := self._thing(one))]
        return value

    def _thing(self, reference: str) -> Card | Asset | None:
        kind, pk = key_of(reference) or ("", 0)
        return self.assets.get(pk) if kind == ASSET else self.found.get((kind, pk))

    def _text(self, texts: Translated | None) -> Text | None:
        text = pick(texts, self.language)
        return text if text.text else None

    def _prose(self, texts: Translated | None) -> Prose | None:
        text = self._text(texts)
        return Prose(self._linked(text.text), text.tag, text.direction) if text else None

    def _linked(self, html: str) -> SafeString:
        """References as links; one to what is gone or not public is plain words. Tables can be scrolled."""
        html = ANCHOR.sub(lambda found: self._link(found[1], found[2]), html)
        html = html.replace("<table>", '<div class="fp-scroll" tabindex="0"><table class="kern-table">')
        return mark_safe(html.replace("</table>", "</table></div>"))

    def _link(self, address: str, words: str) -> str:
        if not address.startswith("fp:"):
            return f'<a href="{address}" rel="noopener">{words}</a>'
        url = _url_of(self._thing(address.removeprefix("fp:")))
        return f'<a href="{escape(url)}">{words}</a>' if url else words

    def _reach(self, card: Card) -> Reach:
        contact = self.contacts.get((card.kind, card.pk))
        return Reach(card, contact, opening_of(contact, timetables()) if contact else None)
