# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models

from friedensplatz.core.languages import TranslatedField, pick


class City(models.Model):
    """The city this house belongs to: one row, and nothing of it in code."""

    name = TranslatedField()
    full_name = models.CharField(max_length=200, blank=True, help_text="the municipality as it signs: Stadt …")
    square = models.CharField(max_length=100, blank=True, help_text="name of the place the house is called after")
    welcome = TranslatedField()
    imprint = models.JSONField(default=dict, blank=True)
    regional_key = models.CharField(max_length=20, blank=True, help_text="AGS or ARS")
    service_number = models.CharField(max_length=20, blank=True)
    examples = TranslatedField(help_text="what people may try at the door, one a line")
    square_svg = models.TextField(blank=True, help_text="line drawing for the home page")

    def __str__(self) -> str:
        return pick(self.name).text
