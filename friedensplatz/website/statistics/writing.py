# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From addresses to rows: which page, about which thing, in which language."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from friedensplatz.website.models import PageView, Pair
from friedensplatz.website.places import place_of, things_at


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
