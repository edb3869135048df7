# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From an address of this house to the page it leads to and the thing that page is about."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import override

from friedensplatz.core.caching import remembered
from friedensplatz.search.queries import kinds_by_page

LANGUAGES = dict(settings.LANGUAGES)


@dataclass(frozen=True, order=True)
class Place:
    """What an address leads to. `part` tells things of one kind apart; empty for pages about no thing."""

    page: str
    part: str
    language: str
    is_public: bool = False


def place_of(path: str) -> Place | None:
    """The page a path leads to; None for one that bears no language."""
    root, _, rest = path.partition("/")
    language = rest.partition("/")[0]
    if root or language not in LANGUAGES:
        return None
    try:
        with override(language):
            match = resolve(path)
    except Resolver404:
        return None
    parts = list(match.kwargs.values())
    part = str(parts[0]) if len(parts) == 1 else ""
    public = getattr(match.func, "is_public_page", False)
    return Place(match.url_name or "", part, language, public)


def things_at(places: Iterable[Place]) -> dict[tuple[str, str], str]:
    """The keys of the things that pages are about, by name of the address and slug."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for place in places:
        if place.part:
            wanted[place.page].add(place.part)
    kinds = remembered("kinds-by-page", kinds_by_page) if wanted else {}
    found: dict[tuple[str, str], str] = {}
    for page, slugs in wanted.items():
        model = kinds[page].model_class() if page in kinds else None
        if model is not None:
            rows = model._default_manager.filter(slug__in=slugs).values_list("slug", "pk")
            found |= {(page, slug): f"{'.'.join(kinds[page].natural_key())}:{pk}" for slug, pk in rows}
    return found
