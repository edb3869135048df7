# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows written so far, by slug, so that a reference costs no query; and those that loading leaves alone."""

from collections import Counter
from typing import Any, TypeVar

from django.db.models import Model

from friedensplatz.core.loaded import left_alone, note_loaded
from friedensplatz.directory.models import (
    Audience,
    City,
    District,
    Duty,
    FocusArea,
    Office,
    Organisation,
    Source,
    Topic,
)
from friedensplatz.directory.parts.content import Content, key_name, key_of
from friedensplatz.directory.parts.registry import parts_of

M = TypeVar("M", bound=Model)
LOADED: tuple[type[Model], ...] = (City, Source, Topic, Audience, District, FocusArea, Office, Organisation, Duty)


class Rows:
    """What was written, by model and slug, and how many of each.

    What people have changed or deleted since it was loaded is not written again, unless `anew`.
    """

    def __init__(self, *, anew: bool) -> None:
        self._rows: dict[tuple[type[Model], str], Model] = {}
        self._written: dict[type[Model], set[str]] = {model: set() for model in LOADED}
        self._alone = {model: left_alone(_kind(model), _contents(model), anew=anew) for model in LOADED}
        self.counts: Counter[str] = Counter()

    def may_write(self, model: type[Model], slug: str) -> bool:
        return slug not in self._alone[model]

    def keep(self, model: type[M], slug: str, **fields: Any) -> M | None:
        """Create or update the row with this slug; one to be left alone stays as it is, None when it was deleted."""
        if not self.may_write(model, slug):
            return self.get(model, slug)
        row, _ = model._default_manager.update_or_create(slug=slug, defaults=fields)
        self._rows[model, slug] = row
        self.written(model, slug)
        return row

    def written(self, model: type[Model], slug: str) -> None:
        self._written[model].add(slug)
        self.counts[str(model._meta.verbose_name_plural)] += 1

    def get(self, model: type[M], slug: str | None) -> M | None:
        """The row with this slug; None for no slug, and when somebody has deleted it."""
        if slug and (model, slug) not in self._rows and (row := model._default_manager.filter(slug=slug).first()):
            self._rows[model, slug] = row
        return self._rows.get((model, slug)) if slug else None  # type: ignore[return-value]

    def many(self, model: type[M], slugs: list[str]) -> list[M]:
        return [row for slug in slugs if (row := self.get(model, slug))]

    def either(self, slug: str, *models: type[Model]) -> Model | None:
        """The row of whichever model has this slug; None when somebody has deleted it."""
        return next((row for model in models if (row := self.get(model, slug))), None)

    def note(self) -> None:
        """Remember what everything that was written says now."""
        for model, slugs in self._written.items():
            note_loaded(_kind(model), _contents(model), slugs)


def _kind(model: type[Model]) -> str:
    return str(model._meta.model_name)


def _contents(model: type[Model]) -> dict[str, dict[str, Content]]:
    """What the things of a model say in all their parts, by slug; the city has none and goes by its kind."""
    parts = parts_of(model)
    things = model._default_manager.prefetch_related(*sorted({name for part in parts for name in part.with_it}))
    named = key_name(model) == "slug"
    return {
        str(key_of(thing)) if named else _kind(model): {part.name: part.read(thing) for part in parts}
        for thing in things
    }
