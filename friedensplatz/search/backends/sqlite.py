# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""SQLite: an FTS5 table that triggers keep equal to the terms of the entries."""

import json
from collections.abc import Sequence

from friedensplatz.search.backends.arm import Arm

_COLUMNS = "title_terms, keyword_terms, body_terms"
_FORGET = """INSERT INTO search_index (search_index, rowid, title_terms, keyword_terms, body_terms)
    VALUES ('delete', old.id, old.title_terms, old.keyword_terms, old.body_terms);"""
_LEARN = """INSERT INTO search_index (rowid, title_terms, keyword_terms, body_terms)
    VALUES (new.id, new.title_terms, new.keyword_terms, new.body_terms);"""

EXISTS = "SELECT 1 FROM sqlite_master WHERE name = 'search_index'"
CREATE = (
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5 (
        {_COLUMNS}, content='search_entry', content_rowid='id', detail=column, columnsize=0,
        tokenize='unicode61 remove_diacritics 0'
    )""",
    f"CREATE TRIGGER IF NOT EXISTS search_entry_added AFTER INSERT ON search_entry BEGIN {_LEARN} END",
    f"CREATE TRIGGER IF NOT EXISTS search_entry_gone AFTER DELETE ON search_entry BEGIN {_FORGET} END",
    f"""CREATE TRIGGER IF NOT EXISTS search_entry_changed AFTER UPDATE OF {_COLUMNS} ON search_entry
        BEGIN {_FORGET} {_LEARN} END""",
    "INSERT INTO search_index (search_index) VALUES ('rebuild')",
)
DROP = (
    "DROP TRIGGER IF EXISTS search_entry_added",
    "DROP TRIGGER IF EXISTS search_entry_gone",
    "DROP TRIGGER IF EXISTS search_entry_changed",
    "DROP TABLE IF EXISTS search_index",
)

_MATCH = "SELECT rowid AS entry_id, %s AS points FROM search_index WHERE search_index MATCH %s"


def anywhere(term: str, points: int) -> Arm:
    """Entries with a term."""
    return Arm(_MATCH, (points, f'"{term}"'))


def in_head(term: str, points: int) -> Arm:
    """Entries with a term in title or keywords."""
    return Arm(_MATCH, (points, f'{{title_terms keyword_terms}} : "{term}"'))


# Many numbers as one parameter, which is read much faster than one for each.
NUMBERS = "SELECT value FROM json_each(%s)"


def many(numbers: Sequence[int]) -> str:
    return json.dumps(numbers)
