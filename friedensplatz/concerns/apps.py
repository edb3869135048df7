# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.core.checks import register

from friedensplatz.concerns.mail.checks import check_mail_in


class ConcernsConfig(AppConfig):
    name = "friedensplatz.concerns"
    label = "concerns"

    def ready(self) -> None:
        register(check_mail_in)
