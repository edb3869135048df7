# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Kind


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
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, blank=True, help_text=_("empty = for every kind")
    )
    asks = models.JSONField(default=dict, blank=True, help_text="own marks and the question that fills each of them")
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title
