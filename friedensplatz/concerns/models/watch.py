# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.utils import timezone

from friedensplatz.concerns.models.concern import Concern


class Watch(models.Model):
    """Somebody at a desk has this concern open, so that two do not answer at once. Forgotten within the hour."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="watches")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    writes = models.BooleanField(default=False, help_text="has the form of a deed open")
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern", "user"], name="watched_once")]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.concern_id}"
