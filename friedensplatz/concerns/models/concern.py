# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.sealing import new_key, open_facts, seal_facts
from friedensplatz.concerns.workflow import ENDED, OPEN, Outcome, State, WaitingFor


class Kind(models.TextChoices):
    SUGGESTION = "suggestion", _("Suggestion")
    COMPLAINT = "complaint", _("Complaint")
    DEFECT = "defect", _("Defect")
    QUESTION = "question", _("Question or praise")
    DISCRIMINATION = "discrimination", _("Discrimination")
    PETITION = "petition", _("Petition to the council")
    INITIATIVE = "initiative", _("Support for an initiative")
    MEDIATION = "mediation", _("Mediation")
    BARRIER = "barrier", _("Barrier on this website")


class Protection(models.TextChoices):
    """Who may read a concern. The person chooses it first; they alone can lower it."""

    OPEN = "open", _("Open")
    NORMAL = "normal", _("Normal")
    CONFIDENTIAL = "confidential", _("Confidential")
    SEALED = "sealed", _("Sealed")


ENCRYPTED = (Protection.CONFIDENTIAL, Protection.SEALED)
FILTERED = ("state", "assignee", "protection", "kind", "channel", "district", "duty")
"""What inboxes are narrowed by."""


class Channel(models.TextChoices):
    WEB = "web", _("web")
    PHONE = "phone", _("phone")
    COUNTER = "counter", _("in person")
    LETTER = "letter", _("letter")
    MAIL = "mail", _("e-mail")
    OPEN311 = "open311", _("another program")


class Concern(models.Model):
    """A matter somebody brought to the city, with one office that answers for it now.

    Who brought it stands in `Party` alone; the words stand in `Entry`. `answer_due` repeats the deadline of the answer
    for sorting; `version` grows with every move, so that two desks never overwrite each other. `title` and `place` give
    subject and place however they are kept; `particulars` are the answers to the questions of its kind.
    """

    reference = models.CharField(_("reference"), max_length=8, unique=True)
    code_digest = models.CharField(max_length=64, help_text="of the receipt code, keyed")
    form_token = models.CharField(
        max_length=64, null=True, unique=True, help_text="one form, one concern; forgotten after two days"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    protection = models.CharField(_("protection"), max_length=20, choices=Protection.choices)
    is_anonymous = models.BooleanField(default=False, help_text="nobody knows who brought it")
    key = models.BinaryField(default=new_key, help_text="the concern's own key, sealed; empty once destroyed")
    sealed = models.BinaryField(default=bytes, help_text="particulars; subject and place too of an encrypted concern")
    hold = models.BinaryField(default=bytes, help_text="why nothing of it may be deleted, sealed; empty = no hold")
    channel = models.CharField(_("channel"), max_length=20, choices=Channel.choices, default=Channel.WEB)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.RECEIVED)
    waiting_for = models.CharField(max_length=20, choices=WaitingFor.choices, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    is_open = models.BooleanField(default=True, help_text="repeats the state, for the indexes")
    office = models.ForeignKey("directory.Office", on_delete=models.PROTECT, related_name="concerns")
    duty = models.ForeignKey("directory.Duty", null=True, on_delete=models.SET_NULL, related_name="+")
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    duplicate_of = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="duplicates", db_index=False
    )
    split_from = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts")
    district = models.ForeignKey("directory.District", null=True, on_delete=models.SET_NULL, related_name="+")
    place_note = models.CharField(_("place"), max_length=300, blank=True)
    subject = models.CharField(
        _("subject"), max_length=120, blank=True, help_text="the first words of the text; empty when sealed"
    )
    language = models.CharField(_("language"), max_length=12, default="de")
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, help_text="answered or closed, whichever was last")
    answer_due = models.DateField()
    escalated_at = models.DateTimeField(null=True, help_text="a lead was asked to see to it; until it is answered")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            # The inbox reads these front to back; what follows `id` lets counts and filters stay inside the index.
            models.Index(
                fields=["office", "is_open", "answer_due", "id", *FILTERED, "waiting_for"], name="concern_inbox"
            ),
            models.Index(fields=["office", "is_open", "received_at", "id", *FILTERED], name="concern_by_receipt"),
            models.Index(fields=["office", "state", "answer_due", "id", *FILTERED[1:]], name="concern_by_state"),
            # Few are joined with another; only those stand in it, so that no database thinks it worthless.
            models.Index(fields=["duplicate_of"], condition=Q(duplicate_of__isnull=False), name="concern_joined"),
            models.Index(fields=["assignee", "is_open", "answer_due", "id"], name="concern_of_assignee"),
        ]
        constraints = [
            models.CheckConstraint(
                name="encrypted_means_no_words",
                condition=~Q(protection__in=ENCRYPTED) | Q(subject="", place_note=""),
            ),
            models.CheckConstraint(
                name="open_says_the_state",
                condition=Q(is_open=True, state__in=OPEN) | Q(is_open=False, state__in=ENDED),
            ),
            models.CheckConstraint(
                name="closed_means_outcome",
                condition=Q(state=State.CLOSED) & ~Q(outcome="") | ~Q(state=State.CLOSED) & Q(outcome=""),
            ),
            models.CheckConstraint(
                name="waiting_means_for_whom",
                condition=Q(state=State.WAITING) & ~Q(waiting_for="") | ~Q(state=State.WAITING) & Q(waiting_for=""),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_encrypted(self) -> bool:
        return self.protection in ENCRYPTED

    @property
    def title(self) -> str:
        return self.subject or str(self._told.get("subject", ""))

    @property
    def place(self) -> str:
        return self.place_note or str(self._told.get("place", ""))

    @property
    def particulars(self) -> dict[str, Any]:
        """The answers to the questions of its kind, by the names of their fields."""
        return dict(self._told.get("particulars", {}))

    def tell(self, **told: Any) -> None:
        """Keep subject, place or particulars, sealed as the protection asks; the row is not stored yet."""
        whole = {"subject": self.title, "place": self.place, "particulars": self.particulars, **told}
        plain = {} if self.is_encrypted else {name: whole.pop(name) for name in ("subject", "place")}
        self.subject, self.place_note = plain.get("subject", ""), plain.get("place", "")
        self.sealed = seal_facts(self, whole)

    @property
    def _told(self) -> dict[str, Any]:
        """What is sealed in the row, opened once for as long as it stays the same."""
        kept: tuple[object, dict[str, Any]] | None = self.__dict__.get("_opened")
        if kept is None or kept[0] is not self.sealed:
            kept = (self.sealed, open_facts(self, self.sealed) if self.sealed else {})
            self.__dict__["_opened"] = kept
        return kept[1]

    @property
    def state_label(self) -> str:
        """As `get_state_display`, which builds its table anew for every row of a list."""
        return str(State(self.state).label)

    @property
    def is_late(self) -> bool:
        """The promised day has passed and the city, not the person, is the one to act."""
        waits = self.waiting_for == WaitingFor.PERSON
        return self.is_open and not waits and self.answer_due < timezone.localdate()
