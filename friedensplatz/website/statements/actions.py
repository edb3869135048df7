# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keeping the statement true. Each deed is one transaction with its line in the history."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.website.models import Barrier, Statement


class ChangedMeanwhile(Exception):
    """A colleague has saved since the form was opened."""


@transaction.atomic
def keep_statement(statement: Statement, *, seen: int, by: User, **changes: Any) -> None:
    """Write the statement anew; raises ChangedMeanwhile when it is not the version seen any more."""
    if statement.pk is None:
        statement, _new = Statement.objects.get_or_create(pk=1)
    _change(statement, seen, {**changes, "reminded_on": None})
    record(statement, "changed", actor=by)


@transaction.atomic
def add_barrier(*, by: User, **facts: Any) -> Barrier:
    barrier = Barrier.objects.create(**facts)
    record(barrier, "added", actor=by)
    return barrier


@transaction.atomic
def change_barrier(barrier: Barrier, *, seen: int, by: User, **changes: Any) -> None:
    """Correct a barrier, or say since when it is gone (`removed_on`), or that it is back after all."""
    gone = changes.get("removed_on") and barrier.removed_on is None
    _change(barrier, seen, changes)
    record(barrier, "removed" if gone else "changed", actor=by)


@transaction.atomic
def remind_of_review(statement: Statement) -> bool:
    """Say once that the statement has to be looked at; False when somebody was faster."""
    today = timezone.localdate()
    rows = Statement.objects.filter(pk=statement.pk, reminded_on=None)
    if not rows.update(reminded_on=today):
        return False
    record(statement, "review_due")
    return True


def _change(row: Statement | Barrier, seen: int, changes: dict[str, Any]) -> None:
    same = type(row)._default_manager.filter(pk=row.pk, version=seen)
    if not same.update(**changes, version=F("version") + 1):
        raise ChangedMeanwhile
    row.refresh_from_db()
