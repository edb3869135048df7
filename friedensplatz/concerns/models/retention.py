# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern, Kind, Protection
from friedensplatz.concerns.workflow import Outcome


class Retention(models.Model):
    """How long a class of concerns is kept, and what happens then. Empty fields mean any; the narrowest class counts."""

    class Start(models.TextChoices):
        RECEIVED = "received_at", _("when it was received")
        ENDED = "ended_at", _("when it ended")

    class Deed(models.TextChoices):
        ANONYMISE = "anonymise", _("remove the person and every word")
        DELETE = "delete", _("remove everything but the counts")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, blank=True)
    protection = models.CharField(_("protection"), max_length=20, choices=Protection.choices, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    start = models.CharField(_("begins"), max_length=20, choices=Start.choices, default=Start.ENDED)
    months = models.PositiveSmallIntegerField(_("months"))
    deed = models.CharField(_("then"), max_length=20, choices=Deed.choices, default=Deed.DELETE)
    offer = models.BooleanField(_("offered to the archive first"), default=False)
    source = models.CharField(_("Where that is laid down"), max_length=300, blank=True)
    as_of = models.CharField(_("As of"), max_length=10, blank=True)

    class Meta:
        ordering = ["kind", "protection", "outcome", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "protection", "outcome"], name="one_period_for_a_class"),
        ]

    def __str__(self) -> str:
        named = [self.get_kind_display(), self.get_protection_display(), self.get_outcome_display()]
        return ", ".join(str(name) for name in named if name) or str(_("all others"))

    @property
    def narrowness(self) -> int:
        return sum(1 for field in (self.kind, self.protection, self.outcome) if field)

    def covers(self, concern: Concern) -> bool:
        pairs = ((self.kind, concern.kind), (self.protection, concern.protection), (self.outcome, concern.outcome))
        return all(wanted in {"", value} for wanted, value in pairs)


class Offer(models.Model):
    """A concern whose time is over, offered to the city's archive; nothing is deleted before somebody has decided."""

    class Answer(models.TextChoices):
        TAKEN = "taken", _("The archive has taken it over")
        DECLINED = "declined", _("The archive does not want it")

    concern = models.OneToOneField(Concern, on_delete=models.CASCADE, related_name="offer")
    offered_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["offered_at", "pk"]

    def __str__(self) -> str:
        return f"offer {self.pk}"
