# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two people changed the same document: put together what they did, passage by passage and language by language.

Pure: documents are what JSON can hold. Rows that bear an `id` are told apart by it, so that a section may move while
somebody else writes in it; plain lists of names are joined; everything else is one value that only one of both may
have changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Path = tuple[str, ...]
ABSENT: Any = object()


@dataclass(frozen=True)
class Conflict:
    """One value that both changed, each in another way. None stands for a value that is not there."""

    path: Path
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """What both did. Where they disagree my value stands, or theirs where I removed it: nothing is lost."""

    content: Any
    conflicts: tuple[Conflict, ...]


def merge(base: Any, mine: Any, theirs: Any) -> Merged:
    """Put together two documents that were made from the same one."""
    conflicts: list[Conflict] = []
    content = _merge(base, mine, theirs, (), conflicts)
    return Merged(content, tuple(conflicts))


def put(content: Any, path: Path, value: Any) -> Any:
    """The document with another value at a conflict's path; None takes it away."""
    here, *rest = path
    if isinstance(content, list):
        rows = [
            (row, put(row, tuple(rest), value) if rest else value) if row["id"] == here else (row, row)
            for row in content
        ]
        return [new for _old, new in rows if new is not None]
    new = put(content.get(here, {}), tuple(rest), value) if rest else value
    kept = {name: one for name, one in content.items() if name != here or new is not None}
    return kept | ({here: new} if new is not None else {})


def _merge(base: Any, mine: Any, theirs: Any, path: Path, conflicts: list[Conflict]) -> Any:
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return _merge_maps(base if isinstance(base, dict) else {}, mine, theirs, path, conflicts)
    if isinstance(mine, list) and isinstance(theirs, list):
        old = base if isinstance(base, list) else []
        if all(map(_has_ids, (old, mine, theirs))):
            return _merge_rows(old, mine, theirs, path, conflicts)
        if all(map(_is_names, (old, mine, theirs))):
            return _merge_names(old, mine, theirs)
    conflicts.append(Conflict(path, *(None if value is ABSENT else value for value in (base, mine, theirs))))
    return theirs if mine is ABSENT else mine


def _merge_maps(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any], path: Path, conflicts: list[Conflict]
) -> dict[str, Any]:
    merged = {}
    for name in dict.fromkeys([*mine, *theirs]):
        old, one, other = (side.get(name, ABSENT) for side in (base, mine, theirs))
        merged[name] = _merge(old, one, other, (*path, name), conflicts)
    return {name: value for name, value in merged.items() if value is not ABSENT}


def _merge_rows(
    base: list[Any], mine: list[Any], theirs: list[Any], path: Path, conflicts: list[Conflict]
) -> list[Any]:
    old, one, other = ({row["id"]: row for row in side} for side in (base, mine, theirs))
    merged = _merge_maps(old, one, other, path, conflicts)
    return [merged[name] for name in _in_order(list(old), list(one), list(other), set(merged))]


def _merge_names(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Both lists in one; a name that one of both took out is out."""
    kept = {name for name in {*mine, *theirs} if (name in mine and name in theirs) or name not in base}
    return _in_order(base, mine, theirs, kept)


def _in_order(base: list[str], mine: list[str], theirs: list[str], kept: set[str]) -> list[str]:
    """The kept names as I ordered them, or as they did when I moved none; the others behind what they stood behind."""
    i_moved = [name for name in mine if name in base] != [name for name in base if name in mine]
    leader, follower = (mine, theirs) if i_moved else (theirs, mine)
    order = [name for name in leader if name in kept]
    for place, name in enumerate(follower):
        if name in kept and name not in order:
            before = [other for other in follower[:place] if other in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, name)
    return order


def _has_ids(rows: Sequence[Any]) -> bool:
    ids = [row.get("id") if isinstance(row, dict) else None for row in rows]
    return all(isinstance(one, str) for one in ids) and len(set(ids)) == len(ids)


def _is_names(values: Sequence[Any]) -> bool:
    return all(isinstance(one, str) for one in values) and len(set(values)) == len(values)
