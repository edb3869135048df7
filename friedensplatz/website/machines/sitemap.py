# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sitemap (sitemaps.org 0.9): every public page in every language, with when it changed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from friedensplatz.assets.queries import missing_facts, with_renditions
from friedensplatz.assets.showing import file_address
from friedensplatz.core.addresses import absolute, alternates
from friedensplatz.search.queries import how_many_things, pages_of_things
from friedensplatz.search.shown import Teaser

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
ADDRESSES_A_PART = 5_000

IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"

register_namespace("", SITEMAP)
register_namespace("image", IMAGE)
register_namespace("xhtml", XHTML)


def number_of_parts() -> int:
    return 1 + how_many_things() // _things_a_part()


def index() -> bytes:
    """The list of all parts."""
    root = Element(f"{{{SITEMAP}}}sitemapindex")
    for number in range(1, number_of_parts() + 1):
        entry = SubElement(root, f"{{{SITEMAP}}}sitemap")
        _say(entry, "loc", absolute(reverse("sitemap_part", args=[number])))
    return _written(root)


def part(number: int) -> bytes:
    """The pages of one part, counted from 1; the first begins with the pages that are no thing's own."""
    first = (number - 1) * _things_a_part()
    things = pages_of_things(first, _things_a_part())
    pictures = _pictures(things)
    root = Element(f"{{{SITEMAP}}}urlset")
    for path in _lists() if number == 1 else ():
        _add_page(root, path, None, None)
    for thing in things:
        _add_page(root, thing.url, thing.changed_at, pictures.get(thing.thing_key))
    return _written(root)


def _things_a_part() -> int:
    return ADDRESSES_A_PART // len(settings.LANGUAGES)


def _pictures(things: list[Teaser]) -> dict[str, str]:
    """The addresses of the pictures on the pages of things that have one, by the things' keys."""
    ids: dict[str, list[str]] = {}
    for label, _, pk in (thing.thing_key.partition(":") for thing in things):
        ids.setdefault(label, []).append(pk)
    models = {label: apps.get_model(label) for label in ids}
    images: dict[str, int] = {}
    for label, model in models.items():
        if any(field.name == "image" for field in model._meta.get_fields()):
            rows = model._default_manager.filter(pk__in=ids[label]).exclude(image=None)
            images |= {f"{label}:{pk}": image for pk, image in rows.values_list("pk", "image")}
    assets = with_renditions(images.values())
    shown = {pk: absolute(file_address(asset)) for pk, asset in assets.items() if not missing_facts(asset)}
    return {key: shown[image] for key, image in images.items() if image in shown}


def _lists() -> Iterator[str]:
    """Home and every other public page whose address needs nothing filled in."""
    with override(settings.LANGUAGE_CODE):
        yield from (reverse(name) for name in _public_names(get_resolver().url_patterns))


def _public_names(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    for entry in patterns:
        if isinstance(entry, URLResolver):
            yield from _public_names(entry.url_patterns)
        elif entry.name and _is_plain(str(entry.pattern)) and _is_there(entry.callback):
            yield entry.name


def _is_there(view: Callable[..., Any]) -> bool:
    """Whether anybody may read the page of this view today."""
    return getattr(view, "is_public_page", False) and view.__dict__["is_there"]()


def _is_plain(route: str) -> bool:
    """A page that needs no argument; addresses of documents do not end in a slash."""
    return "<" not in route and (route == "" or route.endswith("/"))


def _add_page(root: Element, path: str, changed_at: datetime | None, picture: str | None) -> None:
    others = alternates(path)
    for address in dict.fromkeys(address for _, address in others):
        page = SubElement(root, f"{{{SITEMAP}}}url")
        _say(page, "loc", address)
        if changed_at:
            _say(page, "lastmod", changed_at.isoformat(timespec="seconds"))
        for code, other in others:
            SubElement(page, f"{{{XHTML}}}link", rel="alternate", hreflang=code, href=other)
        if picture:
            SubElement(SubElement(page, f"{{{IMAGE}}}image"), f"{{{IMAGE}}}loc").text = picture


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{SITEMAP}}}{name}").text = text


def _written(root: Element) -> bytes:
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))
