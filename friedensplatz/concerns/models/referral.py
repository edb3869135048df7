# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.models.entry import Entry


class Referral(models.Model):
    """A statement asked from another office, by a day. Question and statement are entries, kept as the protection asks.

    One that was taken back has an end and no statement.
    """

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="referrals")
    office = models.ForeignKey("directory.Office", on_delete=models.PROTECT, related_name="+")
    question = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="+")
    statement = models.OneToOneField(Entry, null=True, on_delete=models.CASCADE, related_name="+")
    due = models.DateField(_("wanted by"))
    ended_at = models.DateTimeField(null=True, help_text="answered or taken back")
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["concern", "office"], condition=Q(ended_at=None), name="one_open_referral"),
            models.CheckConstraint(
                name="statement_ends_referral", condition=Q(statement=None) | Q(ended_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["office", "due"], condition=Q(ended_at=None), name="referral_open")]

    def __str__(self) -> str:
        return f"{self.concern_id} to {self.office_id}"

    @property
    def is_late(self) -> bool:
        return self.ended_at is None and self.due < timezone.localdate()
