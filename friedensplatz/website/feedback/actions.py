# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking feedback in and putting it away. Each deed is one transaction."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.core import vault
from friedensplatz.directory.models import Office
from friedensplatz.website.models import Feedback

DOUBLE_CLICK = 600  # seconds within which the same words from the same network are one click


@transaction.atomic
def give_feedback(*, page: str, thing: str, path: str, office: Office | None, network: str, **said: object) -> None:
    """Keep what somebody said about a page; the same said twice at once is kept once."""
    span = int(timezone.now().timestamp()) // DOUBLE_CLICK
    once = vault.digest(f"feedback:{span}", f"{network} {path} {sorted(said.items())}")
    row = Feedback(page=page, thing=thing, path=path, office=office, once=once, **said)
    Feedback.objects.bulk_create([row], ignore_conflicts=True)


@transaction.atomic
def put_away(feedback: Feedback, *, by: User) -> None:
    """Somebody has looked at it; a colleague who was faster wins."""
    if Feedback.objects.filter(pk=feedback.pk, done_at=None).update(done_at=timezone.now(), done_by=by):
        record(feedback, "put_away", actor=by)


@transaction.atomic
def take_up_again(feedback: Feedback, *, by: User) -> None:
    """It was not done after all."""
    if Feedback.objects.filter(pk=feedback.pk).exclude(done_at=None).update(done_at=None, done_by=None):
        record(feedback, "taken_up", actor=by)


@transaction.atomic
def tell_of_feedback(office: int | None, day: dt.date) -> int:
    """Say once that words about the pages of an office have come in since the last time; how many."""
    waiting = Feedback.objects.filter(office=office, told_on=None, done_at=None).exclude(text="")
    newest = waiting.order_by("-pk").first()
    count = waiting.filter(Q(pk__lte=newest.pk)).update(told_on=day) if newest else 0
    if newest and count:
        record(newest, "came_in", count=count)
    return count


def forget_clicks(today: dt.date) -> int:
    """Forget what tells double clicks apart."""
    return Feedback.objects.filter(day__lt=today).exclude(once=None).update(once=None)
