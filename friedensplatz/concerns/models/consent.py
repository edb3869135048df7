# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern


class Consent(models.Model):
    """What a person agreed to, in the words they read; withdrawn consents stay as proof (Art. 7 (1) GDPR)."""

    class Purpose(models.TextChoices):
        SENSITIVE = "sensitive", _("Sensitive data")
        PUBLICATION = "publication", _("Publishing the petition")
        PROFILE = "profile", _("Public profile")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    version = models.CharField(max_length=20)
    text = models.TextField(help_text="as the person read it, in their language")
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["concern", "purpose"], condition=Q(withdrawn_at=None), name="one_consent_in_force"
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"
