# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AssetsConfig(AppConfig):
    name = "friedensplatz.assets"

    def ready(self) -> None:
        autodiscover_modules("uses")
