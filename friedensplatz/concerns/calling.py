# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is to be called: people who want to hear by phone, once the office has written something for them."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Callback, Concern, Protection, Reporter, Way
from friedensplatz.concerns.queries import offices_of, readable_by, reporter_of


@dataclass(frozen=True)
class Call:
    """`person` is None for a sealed concern, whose name is asked for on its own page."""

    callback: Callback
    person: Reporter | None


def ask_for_call(concern: Concern) -> None:
    """There is news; a person who wants to hear by phone is to be called. A call that waits already is enough."""
    person = reporter_of(concern)
    if person and person.way == Way.PHONE:
        Callback.objects.get_or_create(concern=concern, done_at=None)


def callbacks_for(user: User) -> QuerySet[Callback]:
    """Calls of concerns one works on as one of the office, the longest waiting first."""
    mine = Concern.objects.filter(readable_by(user), office__in=[office.pk for office in offices_of(user)])
    rows = Callback.objects.filter(concern__in=mine).select_related("concern__office", "done_by")
    return rows.prefetch_related("concern__parties")


def calls_for(user: User) -> list[Call]:
    """Calls that wait, and those made today, which can still be undone."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    rows = callbacks_for(user).filter(Q(done_at=None) | Q(done_at__gte=today))
    return [
        Call(row, None if row.concern.protection == Protection.SEALED else reporter_of(row.concern)) for row in rows
    ]


@transaction.atomic
def mark_called(callback: Callback, *, by: User) -> None:
    """The person has heard it; a second time changes nothing."""
    waiting = Callback.objects.filter(pk=callback.pk, done_at=None)
    if waiting.update(done_at=timezone.now(), done_by=by):
        record(callback.concern, "called", actor=by)


@transaction.atomic
def undo_called(callback: Callback, *, by: User) -> None:
    """It was not so; where another call waits meanwhile, nothing changes."""
    if Callback.objects.filter(concern=callback.concern, done_at=None).exists():
        return
    if Callback.objects.filter(pk=callback.pk).exclude(done_at=None).update(done_at=None, done_by=None):
        record(callback.concern, "call_undone", actor=by)
