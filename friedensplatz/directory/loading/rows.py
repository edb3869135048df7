# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows written so far, by slug, so that a reference costs no query."""

from collections import Counter
from typing import Any, TypeVar

from django.db.models import Model

M = TypeVar("M", bound=Model)


class Rows:
    """What was written, by model and slug, and how many of each."""

    def __init__(self) -> None:
        self._rows: dict[tuple[type[Model], str], Model] = {}
        self.counts: Counter[str] = Counter()

    def keep(self, model: type[M], slug: str, **fields: Any) -> M:
        """Create or update the row with this slug."""
        row, _ = model._default_manager.update_or_create(slug=slug, defaults=fields)
        self._rows[model, slug] = row
        self.counts[str(model._meta.verbose_name_plural)] += 1
        return row

    def get(self, model: type[M], slug: str | None) -> M | None:
        """The row written under this slug; None for no slug."""
        return self._rows[model, slug] if slug else None  # type: ignore[return-value]

    def must(self, model: type[M], slug: str) -> M:
        """The row written under this slug, which has to exist."""
        return self._rows[model, slug]  # type: ignore[return-value]

    def many(self, model: type[M], slugs: list[str]) -> list[M]:
        return [self._rows[model, slug] for slug in slugs]  # type: ignore[misc]

    def either(self, slug: str, *models: type[Model]) -> Model:
        """The row of whichever model has this slug."""
        return next(self._rows[model, slug] for model in models if (model, slug) in self._rows)
