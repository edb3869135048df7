# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.workflow import ENDED, OPEN, Outcome, State, WaitingFor


class Kind(models.TextChoices):
    SUGGESTION = "suggestion", _("Suggestion")
    COMPLAINT = "complaint", _("Complaint")
    BARRIER = "barrier", _("Barrier on this website")


class Protection(models.TextChoices):
    """What the city may know and tell about the person."""

    WITH_NAME = "with_name", _("With my name")
    NAME_KEPT = "name_kept", _("My name stays with the office")
    ANONYMOUS = "anonymous", _("Anonymous")


class Channel(models.TextChoices):
    WEB = "web", _("web")
    PHONE = "phone", _("phone")
    COUNTER = "counter", _("in person")
    LETTER = "letter", _("letter")
    MAIL = "mail", _("e-mail")


class Concern(models.Model):
    """A matter somebody brought to the city, with one office that answers for it now.

    Who brought it stands in `Party` alone; the words stand in `Entry`. `answer_due` repeats the deadline of the answer
    for sorting; `version` grows with every move, so that two desks never overwrite each other.
    """

    reference = models.CharField(_("reference"), max_length=8, unique=True)
    code_digest = models.CharField(max_length=64, help_text="of the receipt code, keyed")
    form_token = models.CharField(
        max_length=64, null=True, unique=True, help_text="one form, one concern; forgotten after two days"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    protection = models.CharField(_("protection"), max_length=20, choices=Protection.choices)
    channel = models.CharField(_("channel"), max_length=20, choices=Channel.choices, default=Channel.WEB)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.RECEIVED)
    waiting_for = models.CharField(max_length=20, choices=WaitingFor.choices, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    is_open = models.BooleanField(default=True, help_text="repeats the state, for the indexes")
    office = models.ForeignKey("directory.Office", on_delete=models.PROTECT, related_name="concerns")
    duty = models.ForeignKey("directory.Duty", null=True, on_delete=models.SET_NULL, related_name="+")
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    district = models.ForeignKey("directory.District", null=True, on_delete=models.SET_NULL, related_name="+")
    place_note = models.CharField(_("place"), max_length=300, blank=True)
    subject = models.CharField(_("subject"), max_length=120, help_text="the first words of the text")
    language = models.CharField(_("language"), max_length=12, default="de")
    received_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, help_text="answered or closed, whichever was last")
    answer_due = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            # The inbox reads these front to back; `state` at the end lets the counts stay inside the index.
            models.Index(fields=["office", "is_open", "answer_due", "id", "state", "assignee"], name="concern_inbox"),
            models.Index(fields=["office", "state", "answer_due", "id"], name="concern_by_state"),
            models.Index(fields=["assignee", "is_open", "answer_due", "id"], name="concern_of_assignee"),
        ]
        constraints = [
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
    def is_anonymous(self) -> bool:
        return self.protection == Protection.ANONYMOUS

    @property
    def state_label(self) -> str:
        """As `get_state_display`, which builds its table anew for every row of a list."""
        return str(State(self.state).label)

    @property
    def is_late(self) -> bool:
        """The promised day has passed and the city, not the person, is the one to act."""
        return self.is_open and self.state != State.WAITING and self.answer_due < timezone.localdate()
