# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The kinds of things the index knows, as people call them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.search.queries import Hit

KINDS: dict[str, Promise] = {
    "office": _("Offices"),
    "organisation": _("Organisations"),
    "topic": _("Topics"),
    "district": _("City districts"),
    "audience": _("Groups of people"),
    "page": _("Pages"),
}


@dataclass(frozen=True)
class Group:
    """Hits of one kind under its name."""

    name: str | Promise
    hits: list[Hit]


def grouped(hits: Iterable[Hit]) -> list[Group]:
    """Hits by kind, the kind of the best hit first."""
    groups: dict[str, Group] = {}
    for hit in hits:
        groups.setdefault(hit.kind, Group(KINDS.get(hit.kind, hit.kind), [])).hits.append(hit)
    return list(groups.values())
