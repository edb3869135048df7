# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.core.checks import register

from friedensplatz.core.checks import check_installation


class CoreConfig(AppConfig):
    name = "friedensplatz.core"
    label = "core"

    def ready(self) -> None:
        register(check_installation)
