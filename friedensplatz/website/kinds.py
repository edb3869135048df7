# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Found things by their kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from friedensplatz.search.plug import kind_name
from friedensplatz.search.queries import Hit


@dataclass(frozen=True)
class Group:
    """Hits of one kind under its name."""

    name: str | Promise
    hits: list[Hit]


def grouped(hits: Iterable[Hit]) -> list[Group]:
    """Hits by kind, the kind of the best hit first."""
    groups: dict[str, Group] = {}
    for hit in hits:
        groups.setdefault(hit.kind, Group(kind_name(hit.kind), [])).hits.append(hit)
    return list(groups.values())
