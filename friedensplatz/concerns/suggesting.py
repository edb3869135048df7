# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which office could answer for a concern: suggested when it arrives, shown at the desk, measured afterwards."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncMonth

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Concern, RoutingChoice, RoutingSuggestion
from friedensplatz.concerns.moving import ChangedMeanwhile, NotPossible, make_move
from friedensplatz.concerns.queries import opening_of
from friedensplatz.concerns.routing.model import Model
from friedensplatz.concerns.sealing import open_facts, seal_facts
from friedensplatz.concerns.teaching import WORKED_ON, readable_concerns
from friedensplatz.concerns.workflow import State
from friedensplatz.directory.models import Office
from friedensplatz.directory.queries import offices_taking_concerns

SHOWN, LEAST_SHOWN = 3, 0.01
AT_ONCE = 50
OVERLAP = 200
"""Rows before the newest suggestion are looked at again: their transactions may have ended later."""
MONTHS = 24


# --- When a concern arrives -----------------------------------------------------------------------------------------


def concerns_to_suggest_for() -> list[Concern]:
    """New concerns nobody has touched yet and routing may read."""
    newest = RoutingSuggestion.objects.aggregate(newest=Max("concern"))["newest"] or 0
    rows = readable_concerns().filter(pk__gt=newest - OVERLAP, state=State.RECEIVED, routing=None)
    return list(rows.select_related("office", "district").order_by("-pk")[:AT_ONCE])


@transaction.atomic
def suggest_offices(concern: Concern, number: int, model: Model) -> RoutingSuggestion:
    """Write down which offices could answer, and pass the concern on if that is sure and the city lets routing do so.

    `number` is that of the model.
    """
    district = concern.district.slug if concern.district else ""
    ranked = model.suggest(opening_of(concern), district=district, place=concern.place_note)[:SHOWN]
    knows = bool(ranked[0].reasons)
    reasons = {one.office: [reason.term for reason in one.reasons] for one in ranked}
    suggestion = RoutingSuggestion.objects.create(
        concern=concern,
        offices=[[one.office, round(one.probability, 3)] for one in ranked] if knows else [],
        reasons=seal_facts(concern, reasons) if knows else b"",
        is_sure=ranked[0].is_sure,
        model=number,
    )
    if suggestion.is_sure and the_choice().passes_on:
        _pass_on(concern, suggestion)
    return suggestion


def _pass_on(concern: Concern, suggestion: RoutingSuggestion) -> None:
    office = offices_taking_concerns().filter(slug=suggestion.offices[0][0]).exclude(pk=concern.office_id).first()
    if office is None:
        return
    details = {"from": concern.office_id, "to": office.pk, "by_itself": True}
    try:
        make_move(concern, "pass_on", office=office, duty=None, assignee=None, reason="routing", details=details)
    except (ChangedMeanwhile, NotPossible):
        return  # somebody at the desk was faster
    RoutingSuggestion.objects.filter(pk=suggestion.pk).update(by_itself=True)


def the_choice() -> RoutingChoice:
    choice, _new = RoutingChoice.objects.get_or_create(pk=1)
    return choice


@transaction.atomic
def choose_routing(*, passes_on: bool, by: User) -> None:
    """Let routing pass on by itself what is sure, or no longer."""
    choice = the_choice()
    if RoutingChoice.objects.filter(pk=choice.pk, passes_on=not passes_on).update(passes_on=passes_on):
        record(choice, "chosen", actor=by, passes_on=passes_on)


# --- On the case page -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Proposal:
    """An office that could answer, how surely (1–99), because of which words, and whether it has the concern."""

    office: Office
    percent: int
    words: list[str]
    has_it: bool


def proposals_for(concern: Concern) -> list[Proposal]:
    """What was suggested for a concern, as far as these offices still take concerns; nothing for encrypted ones."""
    suggestion: RoutingSuggestion | None = getattr(concern, "routing", None)
    if suggestion is None or not suggestion.offices or concern.is_encrypted:
        return []
    why = open_facts(concern, suggestion.reasons)
    offices = {office.slug: office for office in offices_taking_concerns().filter(slug__in=dict(suggestion.offices))}
    return [
        Proposal(offices[slug], min(99, round(100 * chance)), why.get(slug, []), offices[slug].pk == concern.office_id)
        for slug, chance in suggestion.offices
        if slug in offices and chance >= LEAST_SHOWN
    ]


def forget_suggestion(concern: Concern) -> None:
    """Drop what words of a concern led to, once they are protected more."""
    RoutingSuggestion.objects.filter(concern=concern).delete()


# --- Measured ---------------------------------------------------------------------------------------------------------


def unmeasured() -> QuerySet[RoutingSuggestion]:
    """Suggestions for concerns whose office is known by now."""
    known = Concern.objects.filter(WORKED_ON)
    return RoutingSuggestion.objects.filter(rank=None, concern__in=known).exclude(offices=[])


def measure(suggestion: RoutingSuggestion) -> None:
    """Note on which place the office stood that works on the concern."""
    slugs = [slug for slug, _chance in suggestion.offices]
    answered = suggestion.concern.office.slug
    rank = slugs.index(answered) + 1 if answered in slugs else 0
    RoutingSuggestion.objects.filter(pk=suggestion.pk).update(rank=rank)


@dataclass(frozen=True)
class Month:
    """How often suggestions of a month were right. `sure_right` of `sure`, `first` and `among` (three) of `asked`."""

    month: dt.date
    asked: int
    first: int
    among: int
    sure: int
    sure_right: int
    by_itself: int

    @property
    def shares(self) -> list[tuple[int, int | None]]:
        """Numbers for a table, each with its percentage; None where there is nothing to compare with."""
        pairs = (
            (self.first, self.asked),
            (self.among, self.asked),
            (self.sure, self.asked),
            (self.sure_right, self.sure),
        )
        return [(part, round(100 * part / whole) if whole else None) for part, whole in pairs]


def months() -> list[Month]:
    """The newest months first, of suggestions whose office is known."""
    rows = RoutingSuggestion.objects.exclude(rank=None).annotate(month=TruncMonth("made_at")).values("month")
    counted = rows.annotate(
        asked=Count("pk"),
        first=Count("pk", filter=Q(rank=1)),
        among=Count("pk", filter=Q(rank__gte=1)),
        sure=Count("pk", filter=Q(is_sure=True)),
        sure_right=Count("pk", filter=Q(is_sure=True, rank=1)),
        passed=Count("pk", filter=Q(by_itself=True)),
    )
    names = ("month", "asked", "first", "among", "sure", "sure_right", "passed")
    return [Month(*row) for row in counted.order_by("-month").values_list(*names)[:MONTHS]]
