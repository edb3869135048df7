# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import ClassVar

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Mail(models.Model):
    """One mail to one person. The row is the queue, the record, and the only place that knows what became of it."""

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        UNKNOWN = "unknown", _("fate unknown")

    to = models.EmailField()
    language = models.CharField(max_length=12)
    subject = models.CharField(max_length=200, help_text="never holds anything a person wrote")
    body = models.TextField(blank=True, help_text="emptied once the mail was sent")
    message_id = models.CharField(max_length=200, unique=True)
    reply_to = models.CharField(max_length=200, blank=True, help_text="where an answer finds its way by itself")
    in_reply_to = models.CharField(max_length=920, blank=True, help_text="the mail of the person it answers")
    key = models.CharField(max_length=100, unique=True, help_text="one deed gives one mail per person")
    about_type = models.ForeignKey(ContentType, null=True, blank=True, on_delete=models.SET_NULL)
    about_id = models.CharField(max_length=64, blank=True)
    about = GenericForeignKey("about_type", "about_id")
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(default=timezone.now)
    claimed_by = models.CharField(max_length=32, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=100, blank=True, help_text="answer code of the mail server, or kind of fault")
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "next_try"], name="mail_due"),
            models.Index(fields=["-created_at", "-id"], name="mail_newest"),
            models.Index(fields=["state", "-created_at", "-id"], name="mail_newest_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.message_id} ({self.state})"

    @property
    def masked_to(self) -> str:
        """Enough of the address to recognise one's own, too little to tell who wrote to the city."""
        name, _, domain = self.to.rpartition("@")
        return f"{name[:1]}…@{domain}"

    @property
    def can_be_decided(self) -> bool:
        return self.state in {self.State.FAILED, self.State.UNKNOWN}
