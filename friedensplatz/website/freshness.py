# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Kept pages are forgotten when something public was recorded as changed."""

from typing import Any

from django.db.models import Model

from friedensplatz.activity.models import Activity
from friedensplatz.core.caching import content_changed

PUBLIC = frozenset({"assets", "directory", "website.statement", "website.barrier", "concerns.publication"})
"""Components, or single models of one, whose changes show on public pages."""


STATEMENTS = frozenset({"statement_asked", "stated", "statement_taken_back"})
"""What is done with a concern and shows on the page of a public petition without changing its words."""


def forget_kept_pages(sender: type[Model], *, activity: Activity, **kwargs: Any) -> None:
    """Listens to activity's `recorded`."""
    shows = sender._meta.label_lower == "concerns.concern" and activity.verb in STATEMENTS
    if shows or PUBLIC & {sender._meta.app_label, sender._meta.label_lower}:
        content_changed()
