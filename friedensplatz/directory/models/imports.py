# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Import(models.Model):
    """Files somebody wants to take into the directory, and how far it has come. Nothing is written before DONE."""

    class State(models.TextChoices):
        CHECKING = "checking", _("is being read")
        REFUSED = "refused", _("something is wrong in it")
        READY = "ready", _("waits for somebody to look and confirm")
        WRITING = "writing", _("is being written")
        DONE = "done", _("is written")
        GIVEN_UP = "given_up", _("was given up")

    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CHECKING)
    files = models.JSONField(default=list, help_text="name of each file and where it lies")
    rows = models.PositiveIntegerField(default=0, help_text="read so far; reading goes on after these")
    problems = models.JSONField(default=list, help_text="file, place and reason of each")
    notes = models.JSONField(default=list, help_text="what a person should know, as texts")
    mark = models.CharField(max_length=64, blank=True, help_text="fingerprint of all changes, to be confirmed")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return ", ".join(file["name"] for file in self.files)


class ImportedChange(models.Model):
    """What an import would do to one part of one thing."""

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="changes")
    table = models.CharField(max_length=30)
    key = models.CharField(max_length=200)
    place = models.CharField(max_length=250, help_text="file and line of its first row")
    is_new = models.BooleanField(default=False, help_text="the thing is made by this")
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "table", "key"], name="one_change_per_import_and_part")]

    def __str__(self) -> str:
        return f"{self.table}: {self.key}"
