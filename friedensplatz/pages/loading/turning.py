# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file's page as a document: names by slug become references by key, sections and items get their ids."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings

from friedensplatz.pages.content import FIELDS, Content, Fields, Role, Section, clean, languages_of, stamp_of
from friedensplatz.pages.loading.shapes import PLACES, PageShape

NAMED = re.compile(r'(?<=<a href=")fp:([a-z_]+)/([a-z0-9-]+)(?=">)')

Resolve = Callable[[str, str], int]
"""The primary key of the thing of a kind with a slug."""


def content_of(page: PageShape, resolve: Resolve) -> Content:
    """The document of a page; its translations are stamped as made by people from the texts beside them."""
    sections = [_section(section, f"s{number}", resolve) for number, section in enumerate(page.sections, 1)]
    content = clean({"title": page.title, "summary": page.summary, "sections": sections, "translations": {}})
    source = settings.LANGUAGE_CODE
    content["translations"] = {
        language: stamp_of(content, language, source=source, origin="human")
        for language in languages_of(content)
        if language != source
    }
    return content


def reference(named: str, resolve: Resolve) -> str:
    """`office/12` for `office/international`."""
    kind, slug = named.split("/")
    return f"{kind}/{resolve(kind, slug)}"


def _section(section: Section, own_id: str, resolve: Resolve) -> Section:
    return {"id": own_id, "kind": section["kind"], **_turned(FIELDS[section["kind"]], section, own_id, resolve)}


def _turned(fields: Fields, holder: Section, own_id: str, resolve: Resolve) -> Section:
    found: Section = {}
    for name, role in fields.items():
        value = holder[name]
        if isinstance(role, Role):
            found[name] = _value(name, role, value, resolve)
        else:
            items = [(f"{own_id}-{number}", item) for number, item in enumerate(value, 1)]
            found[name] = [{"id": item_id, **_turned(role, item, item_id, resolve)} for item_id, item in items]
    return found


def _value(name: str, role: Role, value: Any, resolve: Resolve) -> Any:
    def full(slug: str) -> str:
        return reference(f"{PLACES[name]}/{slug}" if name in PLACES else slug, resolve)

    if role == Role.RICH:
        return {language: _linked(text, resolve) for language, text in value.items()}
    if role == Role.THING:
        return full(value) if value else ""
    return [full(slug) for slug in value] if role == Role.THINGS else value


def _linked(html: str, resolve: Resolve) -> str:
    return NAMED.sub(lambda found: "fp:" + reference(f"{found[1]}/{found[2]}", resolve), html)
