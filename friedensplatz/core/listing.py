# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One way to show long lists: pages by key, so that page 50 costs what page 1 costs."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.core import signing
from django.db.models import F, Model, Q, QuerySet

MOST_COUNTED = 1_000
M = TypeVar("M", bound=Model)
SALT = "friedensplatz.listing"


@dataclass(frozen=True)
class Slice(Generic[M]):
    """Rows of one page and the marks for the pages before and after it (empty = none)."""

    rows: list[M]
    after: str
    before: str


def counted(rows: QuerySet[M]) -> int:
    """How many rows there are. Nobody counts on beyond MOST_COUNTED; one more stands for any number above it."""
    return rows.order_by()[: MOST_COUNTED + 1].count()


def _decode(mark: str) -> list[object] | None:
    try:
        return list(signing.loads(mark, salt=SALT))
    except signing.BadSignature:
        return None


def _beyond(fields: list[str], values: list[object], *, backwards: bool) -> Q:
    """Rows that come after the given key in the order of `fields` (a leading minus means descending).

    The first field is bounded by itself as well: an index can then be entered there, not at its beginning.
    """
    condition = Q()
    equal = Q()
    for field, value in zip(fields, values, strict=True):
        name = field.lstrip("-")
        compare = "lt" if field.startswith("-") != backwards else "gt"
        condition |= equal & Q(**{f"{name}__{compare}": value})
        equal &= Q(**{name: value})
    first, compare = fields[0].lstrip("-"), "lte" if fields[0].startswith("-") != backwards else "gte"
    return Q(**{f"{first}__{compare}": values[0]}) & condition


def slice_of(rows: QuerySet[M], fields: list[str], *, after: str = "", before: str = "", size: int = 50) -> Slice[M]:
    """One page of rows ordered by `fields`, which must end in a unique field and hold no NULL.

    Unknown or forged marks show the first page.
    """
    mark, backwards = (before, True) if before else (after, False)
    values = _decode(mark) if mark else None
    backwards = backwards and values is not None
    order = [F(f.lstrip("-")).desc() if f.startswith("-") != backwards else F(f.lstrip("-")).asc() for f in fields]
    if values is not None and len(values) == len(fields):
        rows = rows.filter(_beyond(fields, values, backwards=backwards))
    found = list(rows.order_by(*order)[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    has_before, has_after = (more, True) if backwards else (values is not None, more)

    def mark_of(row: M) -> str:
        key = [getattr(row, f.lstrip("-")) for f in fields]
        return signing.dumps([v.isoformat() if hasattr(v, "isoformat") else v for v in key], salt=SALT)

    return Slice(
        found, mark_of(found[-1]) if has_after and found else "", mark_of(found[0]) if has_before and found else ""
    )
