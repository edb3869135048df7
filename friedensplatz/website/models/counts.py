# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models


class PageView(models.Model):
    """How often a page was looked at on a day in a language. Neither who nor from where, and nobody can tell later."""

    day = models.DateField()
    page = models.CharField(max_length=80, help_text="name of the address")
    thing = models.CharField(max_length=120, blank=True, help_text="key of the thing the page is about")
    language = models.CharField(max_length=12)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "page", "thing", "language"], name="one_count_per_page_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.page} {self.thing} {self.count}"


class Pair(models.Model):
    """How often, in a month, people went from the page of one thing to that of the other, in either direction."""

    month = models.DateField(help_text="its first day")
    first = models.CharField(max_length=120, help_text="key of a thing; sorts before the second")
    second = models.CharField(max_length=120)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second", "month"], name="one_count_per_pair_and_month")
        ]
        indexes = [models.Index(fields=["second"])]

    def __str__(self) -> str:
        return f"{self.first} – {self.second} {self.count}"
