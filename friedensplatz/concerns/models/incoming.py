# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import json
from dataclasses import asdict, dataclass
from functools import cached_property

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.models.entry import Entry
from friedensplatz.core import vault

PURPOSE = "incoming mail"


@dataclass(frozen=True)
class Envelope:
    """What a list shows of a mail."""

    name: str = ""
    email: str = ""
    subject: str = ""
    message_id: str = ""

    @property
    def sender(self) -> str:
        return self.name or self.email


class Incoming(models.Model):
    """A mail that has reached us, whatever it is. The sealed original stays as long as the row does.

    Nothing readable stands in the row: sender and message id as keyed digests, what a list shows sealed.
    """

    class State(models.TextChoices):
        TAKEN = "taken", _("just arrived")
        WAITING = "waiting", _("waits for somebody")
        THREADED = "threaded", _("added to a concern")
        OPENED = "opened", _("became a concern")
        IGNORED = "ignored", _("put aside")

    class Reason(models.TextChoices):
        NEW = "new", _("It begins something new.")
        STRANGER = "stranger", _("It answers one of our mails, from another address than we wrote to.")
        ENDED = "ended", _("Its concern ended too long ago to be taken up again.")
        AUTOMATIC = "automatic", _("A machine wrote it.")
        BOUNCE = "bounce", _("It says that a mail could not be delivered.")
        FAULT = "fault", _("It could not be sorted by itself.")

    fingerprint = models.CharField(max_length=64, unique=True, help_text="SHA-256: one letter is taken once")
    original = models.CharField(max_length=80, unique=True, help_text="where the sealed original lies")
    size = models.PositiveIntegerField(help_text="bytes")
    sender = models.CharField(max_length=64, help_text="digest of the address")
    message_id = models.CharField(max_length=64, blank=True, db_index=True, help_text="digest")
    sealed = models.BinaryField(help_text="what a list shows")
    state = models.CharField(max_length=10, choices=State.choices, default=State.TAKEN)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True, help_text="why it waits or is aside")
    concern = models.ForeignKey(Concern, null=True, on_delete=models.CASCADE, related_name="mails")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="mails")
    received_at = models.DateTimeField(default=timezone.now)
    sorted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["received_at", "pk"]
        indexes = [
            models.Index(fields=["state", "sender", "received_at", "id"], name="mail_in_pen"),
            models.Index(fields=["state", "sorted_at"], name="mail_in_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} ({self.state})"

    @cached_property
    def envelope(self) -> Envelope:
        return Envelope(**json.loads(vault.unseal(bytes(self.sealed), PURPOSE)))

    def joined(self, entry: Entry) -> None:
        """This entry of the concern is what became of it."""
        Incoming.objects.filter(pk=self.pk).update(entry=entry)

    def address(self, envelope: Envelope) -> None:
        """Keep who wrote what; the row is not stored yet."""
        self.sealed = vault.seal(json.dumps(asdict(envelope)).encode(), PURPOSE)
        self.sender = digest_of(envelope.email)
        self.message_id = digest_of(envelope.message_id) if envelope.message_id else ""


def digest_of(text: str) -> str:
    """How an address or a message id is remembered: comparable, not readable."""
    return vault.digest(PURPOSE, text.strip().lower())
