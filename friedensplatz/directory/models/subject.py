# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models

from friedensplatz.core.languages import TranslatedField, pick


class Topic(models.Model):
    """What a thing is about."""

    slug = models.SlugField(unique=True)
    name = TranslatedField()
    summary = TranslatedField()
    text = TranslatedField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children")

    def __str__(self) -> str:
        return pick(self.name).text


class Audience(models.Model):
    """Whom a thing is for."""

    slug = models.SlugField(unique=True)
    name = TranslatedField()
    summary = TranslatedField()
    text = TranslatedField()

    def __str__(self) -> str:
        return pick(self.name).text


class Goal(models.Model):
    """One of the seventeen sustainable development goals of the United Nations, by its number."""

    number = models.PositiveSmallIntegerField(unique=True)
    name = TranslatedField()
    text = TranslatedField(help_text="the goal as a whole sentence")

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: {pick(self.name).text}"
