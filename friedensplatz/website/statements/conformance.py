# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What follows from the known barriers, and the statement as a document for programs.

The three grades and their words are those of the model statement of the European Commission (Implementing Decision
(EU) 2018/1523).
"""

import datetime as dt
from collections.abc import Collection
from enum import Enum

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from friedensplatz.core.addresses import absolute
from friedensplatz.core.languages import EASY, Translated
from friedensplatz.core.linked import CONTEXT, Node, known
from friedensplatz.directory.models import City
from friedensplatz.website.models import Barrier, Statement

STANDARD = "WCAG 2.2 AA, EN 301 549, BITV 2.0"
TEXTS = {name: {"@container": "@language"} for name in ("what", "where", "alternative")}
GOOD_FOR = dt.timedelta(days=365)


class Conformance(Enum):
    """How far the website keeps to the standard."""

    UNKNOWN = "unknown"
    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"

    @property
    def sentence(self) -> str:
        return str(SENTENCES[self])


SENTENCES = {
    Conformance.UNKNOWN: _("Nobody has tested yet how far this website is free of barriers."),
    Conformance.FULL: _("This website is fully compliant with WCAG 2.2 AA and BITV 2.0."),
    Conformance.PARTIAL: _(
        "This website is partially compliant with WCAG 2.2 AA and BITV 2.0: see the known barriers."
    ),
    Conformance.NONE: _("This website is not compliant with WCAG 2.2 AA and BITV 2.0: see the known barriers."),
}


def the_statement() -> Statement:
    """The statement of this house; a blank one before anybody has made it."""
    return Statement.objects.select_related("responsible").first() or Statement()


def known_barriers() -> QuerySet[Barrier]:
    return Barrier.objects.filter(removed_on=None)


def conformance(statement: Statement, barriers: Collection[Barrier]) -> Conformance:
    """Derived, never written by hand: what the law does not ask for does not count, one blocking barrier is enough."""
    owed = [barrier for barrier in barriers if barrier.reason != Barrier.Reason.OUT_OF_SCOPE]
    if statement.reviewed_on is None:
        return Conformance.UNKNOWN
    if any(barrier.blocks for barrier in owed):
        return Conformance.NONE
    return Conformance.PARTIAL if owed else Conformance.FULL


def review_due(statement: Statement) -> dt.date | None:
    """The day by which somebody has to look again: a year after the last time. None before the first."""
    return statement.reviewed_on + GOOD_FOR if statement.reviewed_on else None


def statement_document(statement: Statement, barriers: list[Barrier], city: City) -> Node:
    """The statement as JSON-LD: schema.org where it has the word, our own terms for the rest; texts in all languages."""
    with override(settings.LANGUAGE_CODE):
        status, path = conformance(statement, barriers), reverse("accessibility")
        summary = status.sentence
    return known(
        {
            "@context": [CONTEXT, {"@vocab": absolute("/accessibility.json#"), **TEXTS}],
            "@type": "WebPage",
            "@id": absolute(path),
            "about": {"@type": "WebSite", "url": settings.PUBLIC_URL, "publisher": city.full_name},
            "accessibilitySummary": summary,
            "datePublished": _iso(statement.made_on),
            "lastReviewed": _iso(statement.reviewed_on),
            "conformance": status.value,
            "standard": STANDARD,
            "method": statement.method,
            "barriers": [_barrier(barrier) for barrier in barriers],
            "contact": city.imprint.get("accessibility"),
            "enforcementBody": city.imprint.get("enforcement"),
        }
    )


def _barrier(barrier: Barrier) -> Node:
    return known(
        {
            **{name: _tagged(getattr(barrier, name)) for name in TEXTS},
            "reason": barrier.reason,
            "criterion": barrier.criterion,
            "blocks": barrier.blocks,
            "since": _iso(barrier.since),
            "plannedUntil": _iso(barrier.planned_until),
        }
    )


def _tagged(texts: Translated) -> Translated:
    """Texts by BCP 47 tag: easy language is `de-simple`."""
    return {f"{settings.LANGUAGE_CODE}-simple" if code == EASY else code: text for code, text in texts.items()}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
