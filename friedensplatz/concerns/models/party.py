# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from dataclasses import asdict, dataclass
from functools import cached_property

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.sealing import open_facts, seal_facts


@dataclass(frozen=True)
class Reporter:
    """Who a person is and how they want to be reached."""

    name: str
    email: str = ""
    phone: str = ""
    wants_mail: bool = False
    address: str = ""
    """Lines of a letter's address field."""
    way: str = ""
    """The way they prefer, a value of `Way`; empty where nobody asked."""
    never: str = ""
    """What must never be done, in the person's words: a number never to call, an address never to write to."""

    @property
    def way_label(self) -> str:
        return str(Way(self.way).label) if self.way else ""


class Way(models.TextChoices):
    """How a person wants to hear from the city."""

    PORTAL = "portal", _("I read it here with my code")
    MAIL = "mail", _("by e-mail")
    PHONE = "phone", _("by phone")
    LETTER = "letter", _("by letter")


class Party(models.Model):
    """A person in a concern, sealed with the concern's key. An anonymous concern has no reporter at all."""

    class Role(models.TextChoices):
        REPORTER = "reporter", _("reporter")
        AFFECTED = "affected", _("affected person")
        TRUSTED = "trusted", _("trusted person")
        INTERPRETER = "interpreter", _("interpreter")
        CO_PETITIONER = "co_petitioner", _("co-petitioner")
        SIDE = "side", _("side of a dispute")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.REPORTER)
    sealed = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["concern"], condition=Q(role="reporter"), name="one_reporter_per_concern")
        ]

    def __str__(self) -> str:
        return str(self.get_role_display())

    @cached_property
    def person(self) -> Reporter:
        """Who it is; nobody once the concern's key was destroyed."""
        return Reporter(**(open_facts(self.concern, self.sealed) or {"name": ""}))


def new_party(concern: Concern, person: Reporter, role: str = Party.Role.REPORTER) -> Party:
    """A party not yet stored."""
    return Party(concern=concern, role=role, sealed=seal_facts(concern, asdict(person)))
