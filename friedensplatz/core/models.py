# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils import timezone


class JobRun(models.Model):
    """When a job is due and how it went the last time. One row per job; a worker claims it for a short time."""

    name = models.CharField(max_length=200, unique=True)
    due_at = models.DateTimeField(default=timezone.now)
    claimed_by = models.CharField(max_length=32, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    last_started = models.DateTimeField(null=True, blank=True)
    last_ended = models.DateTimeField(null=True, blank=True)
    result = models.CharField(max_length=200, blank=True)
    error = models.CharField(max_length=300, blank=True, help_text="kind and place of the last fault, never its text")

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """A process that works off jobs, with its last sign of life."""

    token = models.CharField(max_length=32, primary_key=True)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.token


class LoadedThing(models.Model):
    """Something a city's folder was loaded into, with the fingerprint of what it said right after."""

    kind = models.CharField(max_length=40)
    slug = models.CharField(max_length=120)
    fingerprint = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="loaded_thing_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class ContentVersion(models.Model):
    """One row whose number grows whenever something public changes; kept pages of older numbers are forgotten."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
