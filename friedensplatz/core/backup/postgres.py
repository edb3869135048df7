# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Copying and loading a PostgreSQL database with PostgreSQL's own programs."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction

NAME = "database.dump"


class ClientMissing(Exception):
    """pg_dump or pg_restore is not installed here."""


def dump(copy: Path) -> dict[str, int]:
    """Copy the database as it is at one moment; return table → number of rows at that moment."""
    with _one_moment() as snapshot:
        counts = rows_in_database()
        _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--snapshot={snapshot}", f"--file={copy}")
    return counts


def read_through(copy: Path) -> None:
    """Have pg_restore read every row of a copy; raises CalledProcessError when it cannot."""
    _run("pg_restore", "--file=/dev/null", str(copy), connect=False)


def load(copy: Path) -> None:
    """Replace the tables of the database by those of a copy, all or none."""
    connection.close()
    _run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", str(copy))


def rows_in_database() -> dict[str, int]:
    with connection.cursor() as cursor:
        counts = {}
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608
            counts[name] = cursor.fetchone()[0]
    return counts


@contextmanager
def _one_moment() -> Iterator[str]:
    """A transaction that sees one moment, and the name under which pg_dump can see the same."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def _run(program: str, *words: str, connect: bool = True) -> None:
    """Run a program of PostgreSQL's client; the password travels in the environment, not in the list of processes."""
    settings: dict[str, Any] = connection.settings_dict
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
    access = {ours: str(settings[name]) for name, ours in names.items() if settings[name]} if connect else {}
    if connect and program == "pg_restore":
        words = (f"--dbname={settings['NAME']}", *words)
    try:
        subprocess.run([program, *words], env=os.environ | access, check=True)  # noqa: S603
    except FileNotFoundError as error:
        raise ClientMissing(program) from error
