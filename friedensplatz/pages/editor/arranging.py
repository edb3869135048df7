# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Adding and moving sections, their items and what they show, one step at a time."""

from typing import Any

from friedensplatz.pages.content import FIELDS, Content, Role, Section, new_id

STEPS = {"up": -1, "down": 1}


def arranged(content: Content, deed: str, place: str) -> Content:
    """The document after a deed: `add` a kind of section or an item (`s1.facts`), one step `up` or `down`.

    `place` is a section (`s1`), an item (`s1.s1a`) or a chosen thing (`s1.things.office/12`). What does not exist
    changes nothing.
    """
    sections = [dict(section) for section in content["sections"]]
    first, _dot, rest = place.partition(".")
    if not rest:
        changed = (
            [*sections, new_section(place)] if deed == "add" and place in FIELDS else _stepped(sections, deed, first)
        )
        return {**content, "sections": changed}
    for section in sections:
        if section["id"] == first:
            _arrange_within(section, deed, rest)
    return {**content, "sections": sections}


def new_section(kind: str) -> Section:
    """An empty section with a first empty item where it has some."""
    section: Section = {"id": new_id(), "kind": kind}
    items = [name for name, shape in FIELDS[kind].items() if not isinstance(shape, Role)]
    return section | {name: [{"id": new_id()}] for name in items}


def _arrange_within(section: Section, deed: str, place: str) -> None:
    word, _dot, thing = place.partition(".")
    for name, shape in FIELDS[section["kind"]].items():
        if not isinstance(shape, Role):
            items = section.get(name) or []
            section[name] = [*items, {"id": new_id()}] if (deed, name) == ("add", word) else _stepped(items, deed, word)
        elif shape == Role.THINGS and name == word:
            section[name] = _stepped(section.get(name) or [], deed, thing)


def _stepped(rows: list[Any], deed: str, name: str) -> list[Any]:
    """The rows with one of them, told by its id or by itself, a step away."""
    at = next((n for n, row in enumerate(rows) if (row["id"] if isinstance(row, dict) else row) == name), None)
    if at is None or deed not in STEPS:
        return rows
    others = [*rows[:at], *rows[at + 1 :]]
    others.insert(max(at + STEPS[deed], 0), rows[at])
    return others
