# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a change would do, field by field and row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from friedensplatz.core.languages import pick
from friedensplatz.directory.parts.content import Content


@dataclass(frozen=True)
class Difference:
    """A field (`name`, and `language` where it has several) or a row (no name) before and after; empty = not there."""

    name: str
    language: str
    before: str
    after: str


def differences(before: Content, after: Content) -> list[Difference]:
    """In the order of the fields; rows that go before rows that come. Rows in another order are one difference."""
    found = [one for name in before | after for one in _of_field(name, before.get(name), after.get(name))]
    return [one for one in found if one.before != one.after]


def _of_field(name: str, before: Any, after: Any) -> Iterator[Difference]:
    if name == "rows":
        yield from _of_rows(before or [], after or [])
    elif isinstance(before, dict) or isinstance(after, dict):
        old, new = before or {}, after or {}
        for language in old | new:
            yield Difference(name, language, _shown(old.get(language)), _shown(new.get(language)))
    else:
        yield Difference(name, "", _shown(before), _shown(after))


def _of_rows(before: list[Content], after: list[Content]) -> Iterator[Difference]:
    gone = [row for row in before if row not in after]
    come = [row for row in after if row not in before]
    yield from (Difference("", "", _row(row), "") for row in gone)
    yield from (Difference("", "", "", _row(row)) for row in come)
    if before != after and not gone and not come:
        yield Difference("", "", " / ".join(map(_row, before)), " / ".join(map(_row, after)))


def _row(row: Content) -> str:
    values = (pick(value).text if isinstance(value, dict) else _shown(value) for value in row.values())
    return " · ".join(value for value in values if value)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
