# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was loaded from a city's folder, so that loading again leaves alone what people have changed since."""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from friedensplatz.core.models import LoadedThing


def left_alone(kind: str, contents: Mapping[str, Any], *, anew: bool = False) -> set[str]:
    """Slugs of a kind that loading does not touch: changed or deleted since they were loaded, or made by people.

    `contents` has what stands there now, by slug, as JSON can hold it (dates as text). None when all is written `anew`.
    """
    if anew:
        return set()
    loaded = dict(LoadedThing.objects.filter(kind=kind).values_list("slug", "fingerprint"))
    now = {slug: _fingerprint(content) for slug, content in contents.items()}
    return {slug for slug in loaded.keys() | now.keys() if loaded.get(slug) != now.get(slug)}


def was_loaded(kind: str) -> bool:
    """Whether anything of a kind was ever loaded."""
    return LoadedThing.objects.filter(kind=kind).exists()


def note_loaded(kind: str, contents: Mapping[str, Any], slugs: Collection[str]) -> None:
    """Remember what stands there after these things were written."""
    rows = [LoadedThing(kind=kind, slug=slug, fingerprint=_fingerprint(contents[slug])) for slug in slugs]
    LoadedThing.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["kind", "slug"], update_fields=["fingerprint"]
    )


def _fingerprint(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()[:32]
