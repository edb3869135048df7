# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was filled into the fields of `editor.fields` as a document again.

Languages other than the form's, and fields that did not come, stay as they are in the document it was made from. Parts
of that document keep their ids whatever they look like; only the ids of new ones are checked.
"""

import re
from typing import Any

from django.http import QueryDict

from friedensplatz.pages.content import FIELDS, HEAD, Content, Fields, Role, Section, clean
from friedensplatz.pages.editor.plainly import html_of

ID = re.compile(r"[a-z0-9]{1,16}")
Gone = frozenset[str]


def gone_in(data: QueryDict) -> Gone:
    """Sections (`s1`) and items (`s1.s1a`) that were taken out."""
    return frozenset(name.removesuffix(".gone") for name in data if name.endswith(".gone"))


def typed_content(data: QueryDict, base: Content, language: str, *, with_gone: bool = False) -> Content:
    """The clean document that was typed; `with_gone` as it is shown again, with what was taken out."""
    old = {section["id"]: section for section in base["sections"]}
    gone = Gone() if with_gone else gone_in(data)
    sections = []
    for name in dict.fromkeys(data.getlist("section")):
        kind = old.get(name, {}).get("kind") or data.get(f"{name}.kind", "")
        if (name in old or ID.fullmatch(name)) and kind in FIELDS and name not in gone:
            typed = _typed(FIELDS[kind], data, old.get(name, {}), f"{name}.", language, gone)
            sections.append({"id": name, "kind": kind, **typed})
    head = _typed(HEAD, data, dict(base), "", language, gone)
    return clean({**base, "title": head["title"], "summary": head["summary"], "sections": sections})


def _typed(fields: Fields, data: QueryDict, old: Section, prefix: str, language: str, gone: Gone) -> Section:
    typed: Section = {}
    for word, shape in fields.items():
        name, value = f"{prefix}{word}", old.get(word)
        if name not in data:
            typed[word] = value
        elif isinstance(shape, Role):
            typed[word] = _typed_value(shape, data.getlist(name), value, language)
        else:
            items = {item["id"]: item for item in value or []}
            typed[word] = [
                {"id": one, **_typed(shape, data, items.get(one, {}), f"{prefix}{one}.", language, gone)}
                for one in dict.fromkeys(data.getlist(name))
                if (one in items or ID.fullmatch(one)) and f"{prefix}{one}" not in gone
            ]
    return typed


def _typed_value(role: Role, sent: list[str], old: Any, language: str) -> Any:
    if role == Role.PLAIN:
        return {**(old or {}), language: sent[-1]}
    if role == Role.RICH:
        return {**(old or {}), language: html_of(sent[-1])}
    return list(dict.fromkeys(filter(None, sent))) if role == Role.THINGS else sent[-1]
