# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Feedback(models.Model):
    """What somebody said about a page: whether it helped, and perhaps why. Neither who nor from where."""

    LONGEST = 500

    page = models.CharField(max_length=80, help_text="name of the address")
    thing = models.CharField(max_length=120, blank=True, help_text="key of the thing the page is about")
    path = models.CharField(max_length=300)
    office = models.ForeignKey(
        "directory.Office", null=True, on_delete=models.SET_NULL, related_name="+", help_text="whose page it is"
    )
    helpful = models.BooleanField(_("helpful"))
    text = models.TextField(blank=True)
    language = models.CharField(max_length=12)
    day = models.DateField(default=timezone.localdate)
    once = models.CharField(
        max_length=64, null=True, unique=True, help_text="one click, one answer; forgotten after a day"
    )
    told_on = models.DateField(null=True, help_text="when its editors got a mail about it")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["office", "done_at"]), models.Index(fields=["day"])]

    def __str__(self) -> str:
        return f"{self.path} {self.day}"
