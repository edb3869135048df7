# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.sealing import open_text, seal_text


class Invitation(models.Model):
    """The other side of a dispute is let into the mediation room, with a receipt code of its own.

    Who it is stands in `Party`, sealed. The side that came first enters with the receipt of the concern.
    """

    concern = models.OneToOneField(Concern, on_delete=models.CASCADE, related_name="invitation")
    code_digest = models.CharField(max_length=64, help_text="of the other side's code, keyed")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class Agreement(models.Model):
    """Minutes or a result that holds once both sides have agreed to the same words."""

    class What(models.TextChoices):
        MINUTES = "minutes", _("minutes")
        RESULT = "result", _("result")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="agreements")
    what = models.CharField(max_length=20, choices=What.choices)
    sealed = models.BinaryField(default=bytes)
    version = models.PositiveIntegerField(default=1)
    person_agreed_at = models.DateTimeField(null=True)
    side_agreed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["concern", "what"], name="one_agreement_of_each")]

    def __str__(self) -> str:
        return f"{self.what} {self.version}"

    @property
    def words(self) -> str:
        return open_text(self.concern, self.sealed)

    def write(self, words: str) -> None:
        """Keep new words, to which nobody has agreed yet; the row is not stored yet."""
        self.sealed = seal_text(self.concern, words)
        self.person_agreed_at = self.side_agreed_at = None

    @property
    def holds(self) -> bool:
        return bool(self.person_agreed_at and self.side_agreed_at)
