# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from friedensplatz.concerns.models.concern import Concern


class Callback(models.Model):
    """Somebody who wants to hear by phone has news waiting since `since`. Who it is stands in `Party` alone."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="callbacks")
    since = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["concern"], condition=Q(done_at=None), name="one_call_waits_per_concern")
        ]

    def __str__(self) -> str:
        return f"call since {self.since:%Y-%m-%d}"
