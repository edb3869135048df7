# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.sealing import open_text


class Reason(models.TextChoices):
    CLEAR = "clear", _("The answer was easy to understand")
    QUICK = "quick", _("It was quick")
    KIND = "kind", _("I was taken seriously")
    UNCLEAR = "unclear", _("The answer was hard to understand")
    SLOW = "slow", _("It took too long")
    UNHEARD = "unheard", _("I was not taken seriously")


class Opinion(models.Model):
    """What a person thinks of how their concern was dealt with; one for each time it ended. Words are always sealed."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="opinions")
    about = models.DateTimeField(help_text="when the concern had ended")
    satisfied = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    reasons = models.JSONField(default=list)
    sealed = models.BinaryField(default=bytes)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["concern", "about"], name="one_opinion_per_ending")]

    def __str__(self) -> str:
        return f"{self.satisfied}/5"

    @property
    def words(self) -> str:
        return open_text(self.concern, self.sealed) if self.sealed else ""

    @property
    def reasons_told(self) -> list[str]:
        return [str(Reason(reason).label) for reason in self.reasons]
