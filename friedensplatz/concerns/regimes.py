# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One door, several regimes: what each kind of concern is called in a person's words, and what it asks and allows.

Nobody has to know the kind: people choose what they want to happen. Which office takes it and how long that lasts are
data (`Rule`).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models import Kind, Protection

ORDER = [Protection.OPEN, Protection.NORMAL, Protection.CONFIDENTIAL, Protection.SEALED]


@dataclass(frozen=True)
class Regime:
    """What handing in a concern of one kind means."""

    kind: Kind
    plain: str | Promise
    """What a person would say."""
    next: str | Promise
    """What happens with it and who reads it."""
    least: Protection = Protection.OPEN
    """It is protected at least like this, whatever was chosen."""
    most: Protection = Protection.SEALED
    """More is not possible; the person is told so."""
    named: bool = False
    """The law wants to know who brings it."""

    def protection(self, chosen: str) -> Protection:
        """The protection chosen, raised to the least of this kind; never lowered."""
        return ORDER[max(ORDER.index(Protection(chosen)), ORDER.index(self.least))]

    def allows(self, chosen: str) -> bool:
        return ORDER.index(self.protection(chosen)) <= ORDER.index(self.most)


REGIMES: dict[str, Regime] = {
    regime.kind.value: regime
    for regime in (
        Regime(
            Kind.DEFECT,
            _("Something is broken or dirty in the street"),
            _("The office has it looked at and mended. If you chose open, others see that it is known."),
        ),
        Regime(
            Kind.SUGGESTION,
            _("I have an idea or a wish for the city"),
            _("The office looks into it and tells you what comes of it."),
        ),
        Regime(
            Kind.COMPLAINT,
            _("Something went wrong with the city"),
            _("The office asks those concerned, looks for a remedy and answers you."),
        ),
        Regime(
            Kind.QUESTION,
            _("I have a question, or I want to praise"),
            _("The office reads it and answers; praise reaches those it is for."),
        ),
        Regime(
            Kind.DISCRIMINATION,
            _("I or somebody else was treated worse than others"),
            _("Only counsellors read it. They are on your side, and nothing happens without you."),
            least=Protection.CONFIDENTIAL,
        ),
        Regime(
            Kind.PETITION,
            _("The council or the district council shall deal with it"),
            _("A committee asks for a statement, deals with it in a sitting and tells you the decision."),
            most=Protection.NORMAL,
            named=True,
        ),
        Regime(
            Kind.INITIATIVE,
            _("We are a group and need support"),
            _("The office talks with you, looks for rooms, contacts and ways, and stays at your side."),
            named=True,
        ),
        Regime(
            Kind.MEDIATION,
            _("We quarrel, and somebody shall mediate"),
            _("A mediator who takes no side talks with you first, and with the others only if you agree."),
            least=Protection.CONFIDENTIAL,
            named=True,
        ),
        Regime(
            Kind.BARRIER,
            _("I cannot use a page of this website"),
            _("Those who look after the website mend it or send you what you need in another way."),
        ),
    )
}

ASKED = [regime for regime in REGIMES.values() if regime.kind != Kind.BARRIER]
"""Barriers have a form of their own."""
