# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

BROKEN_AFTER = 3


class Reason(models.TextChoices):
    """Why an address did not lead anywhere when it was looked at, in words for editors."""

    NONE = "", ""
    GONE = "gone", _("The page is not there any more.")
    FAULT = "fault", _("The other website has a fault.")
    NO_NAME = "no_name", _("There is no website of this name.")
    SILENT = "silent", _("The other website does not answer.")
    UNSAFE = "unsafe", _("The other website's certificate is not valid, browsers warn of it.")
    CIRCLE = "circle", _("The address leads in a circle.")
    INSIDE = "inside", _("The address can only be reached from inside the city's network.")
    NONSENSE = "nonsense", _("This is no address of a website.")


class Address(models.Model):
    """An address of another website, and what came of the last looks at it."""

    url = models.URLField(max_length=500, unique=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    moved_to = models.URLField(max_length=500, blank=True, help_text="where it leads to for good")
    failures = models.PositiveSmallIntegerField(default=0, help_text="days in a row on which it led nowhere")
    failed_on = models.DateField(null=True, blank=True, help_text="the last of them")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="weblinks_failures_have_a_reason",
                condition=models.Q(failures=0, reason="") | (models.Q(failures__gt=0) & ~models.Q(reason="")),
            )
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def is_broken(self) -> bool:
        return self.failures >= BROKEN_AFTER

    def note(self, reason: str, moved_to: str, *, now: dt.datetime) -> None:
        """Take down what came of a look; several failures of one day count once."""
        today = timezone.localdate(now)
        if reason and self.failed_on != today:
            self.failures, self.failed_on = self.failures + 1, today
        elif not reason:
            self.failures, self.failed_on = 0, None
        self.reason, self.moved_to, self.looked_at = reason, "" if reason else moved_to, now
