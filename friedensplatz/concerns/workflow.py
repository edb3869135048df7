# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""States of a concern and every move between them, as data.

The state says how far a concern is, `WaitingFor` and `Outcome` say why. A move that is not in `MOVES` does not exist.
"""

from dataclasses import dataclass
from enum import Enum

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    RECEIVED = "received", _("received")
    ASSIGNED = "assigned", _("assigned")
    IN_PROGRESS = "in_progress", _("in progress")
    WAITING = "waiting", _("waiting")
    ANSWERED = "answered", _("answered")
    CLOSED = "closed", _("closed")


class WaitingFor(models.TextChoices):
    PERSON = "person", _("the person")
    STATEMENT = "statement", _("a statement")
    COMMITTEE = "committee", _("the committee")
    MEDIATION = "mediation", _("the mediation")
    EXTERNAL = "external", _("somebody outside")


STOPS_CLOCK: dict[str, tuple[WaitingFor, ...]] = {"answer": (WaitingFor.PERSON,)}
"""Which wait stops which clock. What is not named here never stands still: the first look, and every day a law sets."""


class Outcome(models.TextChoices):
    RESOLVED = "resolved", _("resolved")
    PARTLY = "partly", _("partly resolved")
    DECLINED = "declined", _("declined")
    ADVICE = "advice", _("advice given")
    FORWARDED = "forwarded", _("somebody else helps")
    DECIDED = "decided", _("decided by the committee")
    AGREED = "agreed", _("agreed in mediation")
    DUPLICATE = "duplicate", _("already known")
    INADMISSIBLE = "inadmissible", _("not admissible")
    SPAM = "spam", _("not meant seriously")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Side(Enum):
    """Who may make a move."""

    OFFICE = "office"
    PERSON = "person"


AFTER_ANSWER = (
    Outcome.RESOLVED,
    Outcome.PARTLY,
    Outcome.DECLINED,
    Outcome.ADVICE,
    Outcome.FORWARDED,
    Outcome.DECIDED,
    Outcome.AGREED,
)
WITHOUT_ANSWER = (Outcome.FORWARDED, Outcome.DUPLICATE, Outcome.INADMISSIBLE, Outcome.SPAM)

OPEN = (State.RECEIVED, State.ASSIGNED, State.IN_PROGRESS, State.WAITING)
RUNNING = (State.RECEIVED, State.ASSIGNED, State.IN_PROGRESS)
ENDED = (State.ANSWERED, State.CLOSED)

R, A, P, W, N, C = State.RECEIVED, State.ASSIGNED, State.IN_PROGRESS, State.WAITING, State.ANSWERED, State.CLOSED


@dataclass(frozen=True)
class Move:
    """One thing that can be done with a concern: from where to where, by whom, with what."""

    name: str
    verb: str
    """The activity it writes."""
    side: Side
    edges: dict[State, State]
    requires: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        Move("assign", "assigned", Side.OFFICE, {R: A, A: A, P: P, W: W}, ("assignee",)),
        Move("take", "taken", Side.OFFICE, {R: P, A: P, P: P, W: W}),
        Move("pass_on", "passed_on", Side.OFFICE, {R: R, A: R, P: R, W: R}, ("office", "reason")),
        Move("inform", "informed", Side.OFFICE, {R: P, A: P, P: P, W: W}, ("text",)),
        Move("ask", "asked", Side.OFFICE, {R: W, A: W, P: W, W: W}, ("text",)),
        Move("wait", "waited", Side.OFFICE, {R: W, A: W, P: W, W: W}, ("waiting_for", "reason")),
        Move("go_on", "went_on", Side.OFFICE, {W: P}),
        Move("answer", "answered", Side.OFFICE, {R: N, A: N, P: N, W: N}, ("text",)),
        Move("close", "closed", Side.OFFICE, {N: C}, ("outcome",), AFTER_ANSWER),
        Move("dismiss", "dismissed", Side.OFFICE, {R: C, A: C, P: C, W: C}, ("outcome", "text"), WITHOUT_ANSWER),
        Move("resume", "resumed", Side.OFFICE, {N: P, C: P}, ("reason",)),
        Move("write_back", "wrote_back", Side.PERSON, {R: R, A: A, P: P, W: P}, ("text",)),
        Move("withdraw", "withdrawn", Side.PERSON, {R: C, A: C, P: C, W: C, N: C}, (), (Outcome.WITHDRAWN,)),
        Move("reopen", "reopened", Side.PERSON, {N: P, C: P}, ("text",)),
    )
}


def moves_from(state: str, side: Side) -> list[Move]:
    """What one side can do with a concern in this state, in the order of the table."""
    return [move for move in MOVES.values() if move.side is side and State(state) in move.edges]


def can_move(name: str, state: str) -> bool:
    return State(state) in MOVES[name].edges
