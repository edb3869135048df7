# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything a house has stored: each byte of each table, what sessions hold, files, what is kept in memory."""

from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import connection


def everything_stored():
    """As one text; tables no model knows (of the search) too."""
    sessions = [str(session.get_decoded()) for session in Session.objects.all()]
    files = [path.read_bytes().decode("latin-1") for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    kept = [str(vars(caches[name]).get("_cache", "")) for name in settings.CACHES]
    return "\n".join([*tables(), *sessions, *files, *kept])


def tables(*, without=()):
    """Every row of every table but these columns ("table.column"), as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                told = zip(names, row, strict=True)
                yield f"{table}: " + " ".join(_text(value) for name, value in told if f"{table}.{name}" not in without)


def _text(value):
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
