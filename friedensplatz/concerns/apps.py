# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.core.checks import register

from friedensplatz.concerns.mail.checks import check_mail_in


class ConcernsConfig(AppConfig):
    name = "friedensplatz.concerns"
    label = "concerns"

    def ready(self) -> None:
        """Look at the settings, and follow what happens to concerns with the desk's own index."""
        from friedensplatz.activity.signals import recorded  # noqa: PLC0415 (models are not loaded before)
        from friedensplatz.concerns.finding import follow_deed  # noqa: PLC0415 (models are not loaded before)

        recorded.connect(follow_deed, sender=self.get_model("concern"), dispatch_uid="concerns.finding")
        register(check_mail_in)
