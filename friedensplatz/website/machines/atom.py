# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Atom feeds (RFC 4287): what changed, as a pure function of what the index tells."""

import datetime as dt
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from friedensplatz.core.addresses import absolute, stable_uuid
from friedensplatz.core.languages import EASY
from friedensplatz.search.shown import Teaser

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When a feed without entries changed last."""

register_namespace("", ATOM)


@dataclass(frozen=True)
class Feed:
    """`path` is the feed's own address (also its identifier), `page` that of the page it belongs to."""

    title: str
    author: str
    language: str
    path: str
    page: str
    things: list[Teaser]


def written(feed: Feed) -> bytes:
    """The feed as a document. Things without a time of change are left out."""
    dated = [(thing, thing.changed_at) for thing in feed.things if thing.changed_at]
    root = Element(f"{{{ATOM}}}feed", {XML_LANG: feed.language})
    _say(root, "id", absolute(feed.path))
    _say(root, "title", feed.title)
    _say(root, "updated", max((at for _, at in dated), default=NEVER).isoformat(timespec="seconds"))
    _say(SubElement(root, f"{{{ATOM}}}author"), "name", feed.author)
    _link(root, "self", feed.path, "application/atom+xml", feed.language)
    _link(root, "alternate", feed.page, "text/html", feed.language)
    for thing, changed_at in dated:
        _add_entry(root, thing, changed_at)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _add_entry(root: Element, thing: Teaser, changed_at: dt.datetime) -> None:
    language = "de" if thing.language == EASY else thing.language
    entry = SubElement(root, f"{{{ATOM}}}entry", {XML_LANG: language})
    _say(entry, "id", f"urn:uuid:{stable_uuid(thing.thing_key, thing.language)}")
    _say(entry, "title", thing.title)
    _say(entry, "updated", changed_at.isoformat(timespec="seconds"))
    _link(entry, "alternate", thing.url, "text/html", language)
    _say(entry, "summary", thing.summary or thing.title)
    SubElement(entry, f"{{{ATOM}}}category", term=thing.kind)


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: Element, relation: str, path: str, kind: str, language: str) -> None:
    SubElement(parent, f"{{{ATOM}}}link", rel=relation, href=absolute(path), type=kind, hreflang=language)
