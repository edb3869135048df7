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
