# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.utils import timezone


class Report(models.Model):
    """The figures of a year as they were published: kept as numbers, so that they stay the same whatever comes later."""

    year = models.PositiveSmallIntegerField(unique=True)
    figures = models.JSONField(help_text="see reporting.Figures")
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)
