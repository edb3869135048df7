# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.sealing import open_text, seal_text


class SavedView(models.Model):
    """Filters of the inbox under a name, of one person or of a whole office."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey("directory.Office", null=True, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("Name"), max_length=60)
    query = models.CharField(max_length=500, help_text="as in the address of the inbox")

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title


class Absence(models.Model):
    """Somebody is away from one day to another, both included, and somebody else does their work meanwhile."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="absences")
    substitute = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))

    class Meta:
        ordering = ["first", "pk"]
        constraints = [
            models.CheckConstraint(name="absence_has_an_end", condition=Q(last__gte=F("first"))),
            models.CheckConstraint(name="nobody_substitutes_themselves", condition=~Q(user=F("substitute"))),
        ]

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


class Reminder(models.Model):
    """A day on which somebody wants to look at a concern again, and why, sealed with the concern's key."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="reminders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(default=timezone.localdate)
    sealed = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["user", "day"], name="reminder_of_user")]

    def __str__(self) -> str:
        return str(self.day)

    @property
    def note(self) -> str:
        return open_text(self.concern, self.sealed) if self.sealed else ""

    def write(self, note: str) -> None:
        """Keep the note sealed; the row is not stored yet."""
        self.sealed = seal_text(self.concern, note)
