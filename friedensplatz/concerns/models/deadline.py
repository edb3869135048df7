# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern


class Deadline(models.Model):
    """A promised day, or one of a law (`CLAIM`), whose clock nothing stops. `pauses` are the times the clock stood still: pairs of ISO days, the last one open while it does."""

    class Rule(models.TextChoices):
        ACKNOWLEDGEMENT = "acknowledgement", _("somebody looks at it")
        ANSWER = "answer", _("answer")
        CLAIM = "claim", _("make claims under the equal treatment act")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="deadlines")
    rule = models.CharField(max_length=20, choices=Rule.choices)
    starts = models.DateField()
    due = models.DateField()
    pauses = models.JSONField(default=list, blank=True)
    met_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern", "rule"], name="one_deadline_per_rule")]
        indexes = [
            models.Index(fields=["due"], name="deadline_open", condition=Q(met_at=None, reminded_at=None)),
            models.Index(fields=["due"], name="claim_open", condition=Q(met_at=None, rule="claim")),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.due}"
