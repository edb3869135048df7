# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils.translation import gettext_lazy as _


class Template(models.Model):
    """A text an office (or every office) starts an answer from; `{field}` marks are filled in (see `letters.py`)."""

    office = models.ForeignKey(
        "directory.Office",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="templates",
        help_text=_("empty = for every office"),
    )
    title = models.CharField(_("title"), max_length=120)
    language = models.CharField(_("language"), max_length=12, default="de")
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title
