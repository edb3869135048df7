# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.db.models import Q

from friedensplatz.concerns.models.concern import Concern


class Publication(models.Model):
    """What the public may read of a petition or an initiative, in words its person has seen and agreed to."""

    concern = models.OneToOneField(Concern, on_delete=models.CASCADE, related_name="publication")
    title = models.CharField(max_length=120)
    text = models.TextField()
    shown_at = models.DateTimeField(help_text="when its person was asked to agree")
    published_at = models.DateTimeField(null=True)
    organisation = models.OneToOneField(
        "directory.Organisation",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="how a published initiative stands in the directory",
    )

    class Meta:
        indexes = [models.Index(fields=["published_at"], name="published", condition=Q(published_at__isnull=False))]

    def __str__(self) -> str:
        return self.title
