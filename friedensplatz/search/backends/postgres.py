# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""PostgreSQL: two generated tsvector columns with their GIN indexes.

The terms go in as they are, like `to_tsvector('simple', …)` would take them but without its parser, which reads some
words differently than FTS5 does.
"""

from collections.abc import Sequence

from friedensplatz.search.backends.arm import Arm

_TITLE, _KEYWORDS, _BODY = (f"string_to_array({name}, ' ')" for name in ("title_terms", "keyword_terms", "body_terms"))


def _column(name: str, words: str) -> str:
    return (
        f"ALTER TABLE search_entry ADD COLUMN IF NOT EXISTS {name} tsvector "
        f"GENERATED ALWAYS AS (array_to_tsvector({words})) STORED"
    )


EXISTS = """SELECT 1 FROM pg_attribute
    WHERE attrelid = 'search_entry'::regclass AND attname = 'head_words' AND NOT attisdropped"""
CREATE = (
    _column("all_words", f"{_TITLE} || {_KEYWORDS} || {_BODY}"),
    _column("head_words", f"{_TITLE} || {_KEYWORDS}"),
    "CREATE INDEX IF NOT EXISTS search_entry_all_words ON search_entry USING gin (all_words)",
    "CREATE INDEX IF NOT EXISTS search_entry_head_words ON search_entry USING gin (head_words)",
)
DROP = (
    "ALTER TABLE search_entry DROP COLUMN IF EXISTS all_words",
    "ALTER TABLE search_entry DROP COLUMN IF EXISTS head_words",
)


def anywhere(term: str, points: int) -> Arm:
    """Entries with a term."""
    return Arm(
        "SELECT id AS entry_id, %s AS points FROM search_entry WHERE all_words @@ %s::tsquery", (points, f"'{term}'")
    )


def in_head(term: str, points: int) -> Arm:
    """Entries with a term in title or keywords."""
    return Arm(
        "SELECT id AS entry_id, %s AS points FROM search_entry WHERE head_words @@ %s::tsquery", (points, f"'{term}'")
    )


# Many numbers as one parameter, which is read much faster than one for each.
NUMBERS = "SELECT unnest(%s::bigint[])"


def many(numbers: Sequence[int]) -> list[int]:
    return list(numbers)
