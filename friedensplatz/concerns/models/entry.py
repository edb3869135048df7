# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.sealing import open_text, seal_text


class Visibility(models.TextChoices):
    PERSON = "person", _("the person and the office")
    SIDE = "side", _("the other side and the mediator")
    SHARED = "shared", _("both sides and the mediator")
    OFFICE = "office", _("the office only")


class Entry(models.Model):
    """One line of a concern's only timeline: what somebody wrote to somebody, or to themselves."""

    class Kind(models.TextChoices):
        OPENING = "opening", _("concern")
        MESSAGE = "message", _("message")
        INTERIM = "interim", _("interim message")
        QUESTION = "question", _("question")
        ANSWER = "answer", _("answer")
        DECISION = "decision", _("decision")
        NOTE = "note", _("internal note")
        REASON = "reason", _("reason")
        REQUEST = "request", _("request for a statement")
        STATEMENT = "statement", _("statement")
        SUPPORT = "support", _("support")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    visibility = models.CharField(max_length=20, choices=Visibility.choices)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    office = models.ForeignKey("directory.Office", null=True, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=12, default="de")
    text = models.TextField(blank=True, help_text="empty when sealed")
    sealed = models.BinaryField(default=bytes, help_text="the words of an encrypted concern")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["concern", "at", "id"], name="entry_timeline")]
        constraints = [
            models.CheckConstraint(
                name="notes_stay_inside",
                condition=~Q(kind__in=["note", "reason", "request", "statement", "support"])
                | Q(visibility=Visibility.OFFICE),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"

    @property
    def words(self) -> str:
        """What was written, however it is kept."""
        return open_text(self.concern, self.sealed) if self.sealed else self.text

    def write(self, words: str) -> None:
        """Keep words as the concern's protection asks; the row is not stored yet."""
        encrypted = self.concern.is_encrypted
        self.text = "" if encrypted else words
        self.sealed = seal_text(self.concern, words) if encrypted else b""

    @property
    def is_from_person(self) -> bool:
        return self.office_id is None
