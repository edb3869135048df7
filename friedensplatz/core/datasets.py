# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plug: a component says in its `open_data.py` which of its rows anybody may take along.

    @dataset("offices", title=_("Offices"), about=_("Who does what …"), dated=Office)
    def offices() -> Iterable[Row]:
        yield {"id": …, "name": {"de": …}, "topics": […]}

All rows of a dataset have the same fields in the same order. Values are texts, translated texts, numbers, lists of
codes, or None. The catalogue, the downloads and the page for developers list every dataset.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

from friedensplatz.core.linked import Node

Row = dict[str, Any]
Rows = Callable[[], Iterable[Row]]


@dataclass(frozen=True)
class Dataset:
    """`dated` is a model whose `changed_at` tells how new it is; `linked` gives it as schema.org nodes."""

    name: str
    title: str | Promise
    about: str | Promise
    rows: Rows
    dated: type[Model] | None = None
    linked: Callable[[], Iterable[Node]] | None = None


_registry: dict[str, Dataset] = {}


def dataset(
    name: str,
    *,
    title: str | Promise,
    about: str | Promise,
    dated: type[Model] | None = None,
    linked: Callable[[], Iterable[Node]] | None = None,
) -> Callable[[Rows], Rows]:
    """Declare a function that gives the rows of a dataset."""

    def declare(rows: Rows) -> Rows:
        _registry[name] = Dataset(name, title, about, rows, dated, linked)
        return rows

    return declare


def datasets() -> dict[str, Dataset]:
    """Every dataset any component declares, by its name."""
    autodiscover_modules("open_data")
    return _registry
