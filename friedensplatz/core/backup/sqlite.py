# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Copying an SQLite database that is being written to, and proving the copy."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

NAME = "database.sqlite3"


class Damaged(Exception):
    """A copy that cannot be trusted, with the reason."""


def dump(database: Path, copy: Path) -> dict[str, int]:
    """Copy a live database as it is at one moment; return table → number of rows. Writers are not held up.

    The copy is written anew (VACUUM), so that nothing that was deleted rests in its free pages.
    """
    with closing(sqlite3.connect(database, timeout=20)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        target.execute("VACUUM")
    return rows_in(copy)


def rows_in(database: Path) -> dict[str, int]:
    """Table → number of rows. Raises Damaged when the database is not whole."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        try:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
            names = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            ).fetchall()
            counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}  # noqa: S608
        except sqlite3.DatabaseError as error:
            raise Damaged(f"SQLite cannot read the copy ({type(error).__name__})") from error
    if verdict != "ok" or orphans:
        raise Damaged(
            "the integrity check of SQLite failed" if verdict != "ok" else f"rows of {orphans[0]} lead nowhere"
        )
    return counts


def load(copy: Path, database: Path) -> None:
    """Put a copy in the place of the database, durably; what was there has to be out of the way."""
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    copy.replace(database)
