# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models

from friedensplatz.core.languages import TranslatedField, pick


class District(models.Model):
    """A part of the city with its own council (Stadtbezirk)."""

    slug = models.SlugField(unique=True)
    number = models.PositiveSmallIntegerField(unique=True)
    name = TranslatedField()
    summary = TranslatedField()
    text = TranslatedField()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return pick(self.name).text


class FocusArea(models.Model):
    """A quarter the city pays special attention to for some years (Aktionsraum)."""

    slug = models.SlugField(unique=True)
    name = TranslatedField()
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="focus_areas")
    since = models.PositiveSmallIntegerField(null=True, blank=True, help_text="year")
    until = models.PositiveSmallIntegerField(null=True, blank=True, help_text="last year")
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT)
    checked = models.BooleanField(default=True, help_text="a source confirms it")

    def __str__(self) -> str:
        return pick(self.name).text
