# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern


class Admission(models.Model):
    """Somebody besides the office that answers is let in: another office, or one person."""

    class Right(models.TextChoices):
        READ = "read", _("may read")
        WORK = "work", _("may work on it")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="admissions")
    office = models.ForeignKey("directory.Office", null=True, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    right = models.CharField(max_length=10, choices=Right.choices, default=Right.READ)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="admits_an_office_or_a_person",
                condition=Q(office=None, user__isnull=False) | Q(office__isnull=False, user=None),
            ),
            models.UniqueConstraint(fields=["concern", "office"], condition=Q(user=None), name="office_admitted_once"),
            models.UniqueConstraint(fields=["concern", "user"], condition=Q(office=None), name="person_admitted_once"),
        ]

    def __str__(self) -> str:
        return str(self.office or self.user)
