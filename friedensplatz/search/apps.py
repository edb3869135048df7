# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    name = "friedensplatz.search"
    label = "search"

    def ready(self) -> None:
        """Collect the plugs (search.py of each component) and follow what happens to their things."""
        from friedensplatz.activity.signals import recorded  # noqa: PLC0415 (models are not loaded before)
        from friedensplatz.search.indexing import follow_deed  # noqa: PLC0415 (models are not loaded before)

        autodiscover_modules("search")
        recorded.connect(follow_deed, dispatch_uid="search")
