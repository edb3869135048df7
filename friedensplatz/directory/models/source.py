# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models


class Source(models.Model):
    """A document that facts come from."""

    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=300)
    date = models.CharField(max_length=10, help_text="YYYY, YYYY-MM or YYYY-MM-DD")
    note = models.CharField(max_length=500, blank=True)
    url = models.URLField(blank=True)

    def __str__(self) -> str:
        return f"{self.title} ({self.date})"
