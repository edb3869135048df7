# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone


class Activity(models.Model):
    """One deed. `details` holds no personal data of residents: what a person wrote stays in the thing itself."""

    thing_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    thing_id = models.CharField(max_length=64)
    thing = GenericForeignKey("thing_type", "thing_id")
    verb = models.CharField(max_length=60)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    details = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)
    heard_at = models.DateTimeField(null=True, blank=True, help_text="when every listener had taken note")
    retold = models.PositiveSmallIntegerField(default=0, help_text="how often listeners had to be told again")

    class Meta:
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["thing_type", "thing_id", "at"]),
            models.Index(fields=["at"], condition=models.Q(heard_at=None), name="activity_unheard"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.thing_type_id}:{self.thing_id}"
