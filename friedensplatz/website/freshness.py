# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Kept pages are forgotten when something public was recorded as changed."""

from typing import Any

from django.db.models import Model

from friedensplatz.core.caching import content_changed

PUBLIC_COMPONENTS = frozenset({"directory"})


def forget_kept_pages(sender: type[Model], **kwargs: Any) -> None:
    """Listens to activity's `recorded`."""
    if sender._meta.app_label in PUBLIC_COMPONENTS:
        content_changed()
