# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The database's own full-text index over the terms of entries: one small module per database.

They only say which entries have a term. What that is worth is computed here and in analysis/ranking.py, in whole
numbers and with ties to the older entry, so that the order does not depend on the database.
"""

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any, NamedTuple

from django.db import connection

from friedensplatz.search.backends import postgres, sqlite
from friedensplatz.search.backends.arm import Arm

BY_VENDOR: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}


class Sought(NamedTuple):
    """A term and what it is worth to find it, in thousandths."""

    term: str
    points: int


def ensure_index() -> None:
    """Make the full-text index where it is missing."""
    backend = BY_VENDOR[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(backend.EXISTS)
        if cursor.fetchone() is None:
            for statement in backend.CREATE:
                cursor.execute(statement)


def best_entries(sought: Iterable[Sought], limit: int) -> list[tuple[int, int]]:
    """The entries with most points, and these; a term in title or keywords counts twice."""
    backend = BY_VENDOR[connection.vendor]
    arms: list[Arm] = [arm for one in sought for arm in (backend.anywhere(*one), backend.in_head(*one))]
    if not arms:
        return []
    sql = (
        f"SELECT entry_id, SUM(points) AS total FROM ({' UNION ALL '.join(arm.sql for arm in arms)}) AS found "  # noqa: S608 (no values)
        "GROUP BY entry_id ORDER BY total DESC, entry_id LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(param for arm in arms for param in arm.params), limit])
        return [(entry, int(points)) for entry, points in cursor.fetchall()]


def rows_about(entries: Sequence[int], sql: str, params: Iterable[str] = ()) -> list[tuple[Any, ...]]:
    """The rows of a statement that reads a table `found` of entries by their `id`.

    Written out rather than composed by the ORM, which would take longer than the database.
    """
    backend = BY_VENDOR[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH found (id) AS ({backend.NUMBERS}) {sql}", [backend.many(entries), *params])
        return list(cursor.fetchall())
