# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From addresses to rows: which page, about which thing, in which language."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import override

from friedensplatz.core.caching import remembered
from friedensplatz.search.queries import kinds_by_page
from friedensplatz.website.models import PageView, Pair

LANGUAGES = dict(settings.LANGUAGES)


@dataclass(frozen=True, order=True)
class Place:
    """What an address leads to. `part` tells things of one kind apart; empty for pages about no thing."""

    page: str
    part: str
    language: str


def write_counts(views: Mapping[str, int], steps: Mapping[tuple[str, str], int]) -> None:
    """Add counts by path to those of today, in one transaction."""
    places = {path: place_of(path) for path in {*views, *(path for step in steps for path in step)}}
    things = things_at(place for place in places.values() if place)
    rows: Counter[tuple[str, str, str]] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for path, count in views.items():
        if place := places[path]:
            rows[place.page, things.get((place.page, place.part), ""), place.language] += count
    for step, count in steps.items():
        ends = [things.get((place.page, place.part), "") for path in step if (place := places[path])]
        if len(ends) == 2 and all(ends) and ends[0] != ends[1]:
            pairs[min(ends), max(ends)] += count
    _add(rows, pairs, timezone.localdate())


def place_of(path: str) -> Place | None:
    """The page a path leads to; None for one that bears no language."""
    language = path.split("/", 2)[1]
    if language not in LANGUAGES:
        return None
    try:
        with override(language):
            match = resolve(path)
    except Resolver404:
        return None
    parts = list(match.kwargs.values())
    return Place(match.url_name or "", str(parts[0]) if len(parts) == 1 else "", language)


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


@transaction.atomic
def _add(rows: Mapping[tuple[str, str, str], int], pairs: Mapping[tuple[str, str], int], day: dt.date) -> None:
    """In a fixed order, so that two processes that write at once wait for each other instead of for ever."""
    for (page, thing, language), count in sorted(rows.items()):
        key = {"day": day, "page": page, "thing": thing, "language": language}
        _count(PageView, key, count)
    for (first, second), count in sorted(pairs.items()):
        _count(Pair, {"month": day.replace(day=1), "first": first, "second": second}, count)


def _count(model: Any, key: dict[str, object], count: int) -> None:
    row = model.objects.filter(**key)
    if not row.update(count=F("count") + count):
        model.objects.bulk_create([model(**key)], ignore_conflicts=True)
        row.update(count=F("count") + count)
