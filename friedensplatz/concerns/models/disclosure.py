# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.sealing import open_text

SHOWN_FOR = dt.timedelta(hours=8)
"""How long a name stays open: a working day."""


class Disclosure(models.Model):
    """Somebody asks who brought a sealed concern; a second person says yes or no."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="disclosures")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    sealed = models.BinaryField(help_text="why, sealed with the concern's key")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="disclosing_takes_two",
                condition=Q(decided_by=None, decided_at=None, granted=None)
                | (
                    Q(decided_by__isnull=False, decided_at__isnull=False, granted__isnull=False)
                    & ~Q(decided_by=F("asked_by"))
                ),
            ),
            models.UniqueConstraint(
                fields=["concern", "asked_by"], condition=Q(granted=None), name="disclosure_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return f"disclosure {self.pk}"

    @property
    def reason(self) -> str:
        return open_text(self.concern, self.sealed)

    @property
    def ends_at(self) -> dt.datetime | None:
        """Until when the name is shown; None when it is not granted."""
        return self.decided_at + SHOWN_FOR if self.granted and self.decided_at else None
