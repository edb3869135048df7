# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The one place where a concern changes its state; `undoing` takes the last change back."""

from typing import Any

from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Concern
from friedensplatz.concerns.promises import keep_promises
from friedensplatz.concerns.workflow import ENDED, MOVES, OPEN, Move, State, WaitingFor

FIELDS = ("office", "assignee", "duty")


class NotPossible(Exception):
    """The table has no such move from here, or something it requires is missing."""


class ChangedMeanwhile(Exception):
    """Somebody else was faster; nothing was changed."""


def make_move(
    concern: Concern, name: str, *, by: User | None = None, details: dict[str, Any] | None = None, **given: Any
) -> None:
    """Make a move of the table with what it requires (`given`); call inside the transaction of the deed.

    `concern.version` is the version the person looked at: raises ChangedMeanwhile when it is not the newest, and
    NotPossible when the table forbids the move. `details` go into the history, without anything a resident wrote.
    """
    move, was = MOVES[name], State(concern.state)
    _check(move, was, given)
    changes = _changes(concern, move, given)
    newest = Concern.objects.filter(pk=concern.pk, version=concern.version)
    if not newest.update(**changes, version=concern.version + 1):
        raise ChangedMeanwhile
    for field, value in {**changes, "version": concern.version + 1}.items():
        setattr(concern, field, value)
    due = keep_promises(concern, was)
    if due != concern.answer_due:
        concern.answer_due = due
        Concern.objects.filter(pk=concern.pk).update(answer_due=due)
    record(concern, move.verb, actor=by, **(details or {}))


def _check(move: Move, state: State, given: dict[str, Any]) -> None:
    if state not in move.edges or not all(given.get(field) for field in move.requires):
        raise NotPossible(move.name, state)
    if move.outcomes and given.get("outcome") not in move.outcomes:
        raise NotPossible(move.name, given.get("outcome"))


def _changes(concern: Concern, move: Move, given: dict[str, Any]) -> dict[str, Any]:
    target = move.edges[State(concern.state)]
    return {
        "state": target,
        "is_open": target in OPEN,
        "waiting_for": _awaited(concern, move, given) if target == State.WAITING else "",
        "outcome": given["outcome"] if target == State.CLOSED else "",
        "ended_at": timezone.now() if target in ENDED else None,
        **({"escalated_at": None} if target in ENDED else {"duplicate_of": None}),
        **{field: given[field] for field in FIELDS if field in given},
    }


def _awaited(concern: Concern, move: Move, given: dict[str, Any]) -> str:
    """For whom it waits now: a question is for the person; what leaves it waiting leaves it waiting for the same."""
    if move.name == "ask":
        return WaitingFor.PERSON
    return str(given.get("waiting_for") or concern.waiting_for)
