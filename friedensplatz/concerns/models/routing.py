# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern


class RoutingModel(models.Model):
    """What was learnt from concerns offices have answered for. The newest row is in force; older ones are dropped."""

    learnt_at = models.DateTimeField(default=timezone.now)
    fingerprint = models.CharField(max_length=64, help_text="of everything it learnt from")
    figures = models.JSONField(default=dict, help_text="numbers of examples and phrasings, seconds")
    data = models.BinaryField(help_text="sealed")

    class Meta:
        get_latest_by = "pk"

    def __str__(self) -> str:
        return f"routing of {self.learnt_at:%Y-%m-%d %H:%M}"


class RoutingSuggestion(models.Model):
    """Which offices could answer for a concern, as it looked when it arrived, and how far that was right.

    `offices` are slugs with their probabilities, likeliest first, empty when nothing was known. Why is sealed with the
    concern's key, because reasons are words of the person. `rank` is the place of the office that answered for it.
    """

    concern = models.OneToOneField(Concern, on_delete=models.CASCADE, related_name="routing")
    offices = models.JSONField(default=list)
    reasons = models.BinaryField(default=bytes, help_text="sealed: words by office")
    is_sure = models.BooleanField(default=False)
    by_itself = models.BooleanField(default=False, help_text="the house passed the concern on by itself")
    model = models.PositiveIntegerField(help_text="number of the model that suggested")
    made_at = models.DateTimeField(default=timezone.now)
    rank = models.PositiveSmallIntegerField(null=True, help_text="0: none of them; empty: not known yet")

    class Meta:
        indexes = [models.Index(fields=["rank", "made_at"], name="suggestion_by_rank")]

    def __str__(self) -> str:
        return f"{self.concern_id}: {self.offices}"


class RoutingChoice(models.Model):
    """What the city lets routing do. One row."""

    passes_on = models.BooleanField(_("Pass on by itself what is sure"), default=False)

    def __str__(self) -> str:
        return str(_("Routing"))
