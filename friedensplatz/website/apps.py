# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.core.checks import register

from friedensplatz.website.machines.licences import check_licence


class WebsiteConfig(AppConfig):
    name = "friedensplatz.website"
    label = "website"

    def ready(self) -> None:
        from friedensplatz.activity.signals import recorded  # noqa: PLC0415 (models are only known now)
        from friedensplatz.website.freshness import forget_kept_pages  # noqa: PLC0415 (the same)

        register(check_licence)
        recorded.connect(forget_kept_pages, dispatch_uid="website.forget_kept_pages")
