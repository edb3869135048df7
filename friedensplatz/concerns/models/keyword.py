# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models

from friedensplatz.concerns.models.concern import Concern


class Keyword(models.Model):
    """A stem that stands in what was written on a concern: for finding it, and others like it, at the desk.

    Encrypted concerns have none. The public search never reads this table.
    """

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="keywords", db_index=False)
    stem = models.CharField(max_length=40)
    in_opening = models.BooleanField(help_text="the person began with it; only these are compared")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern", "stem"], name="keyword_once")]
        indexes = [models.Index(fields=["stem", "in_opening", "concern"], name="keyword_found")]

    def __str__(self) -> str:
        return self.stem
