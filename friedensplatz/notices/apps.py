# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

from friedensplatz.activity.signals import recorded


class NoticesConfig(AppConfig):
    name = "friedensplatz.notices"
    label = "notices"

    def ready(self) -> None:
        from friedensplatz.notices.actions import announce  # noqa: PLC0415 - needs the models, which load first

        recorded.connect(announce, dispatch_uid="notices")
        autodiscover_modules("notices")
