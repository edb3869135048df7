# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Kept pages are forgotten when something public was recorded as changed."""

from typing import Any

from django.db.models import Model

from friedensplatz.core.caching import content_changed

PUBLIC = frozenset({"assets", "directory", "website.statement", "website.barrier", "concerns.publication"})
"""Components, or single models of one, whose changes show on public pages."""


def forget_kept_pages(sender: type[Model], **kwargs: Any) -> None:
    """Listens to activity's `recorded`."""
    if PUBLIC & {sender._meta.app_label, sender._meta.label_lower}:
        content_changed()
