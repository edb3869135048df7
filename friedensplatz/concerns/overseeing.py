# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Seeing to it in time: reminders to oneself, standing in for others, asking a lead."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from friedensplatz.accounts.models import Role, User
from friedensplatz.activity.actions import record
from friedensplatz.activity.models import Activity
from friedensplatz.concerns.entries import write_entry
from friedensplatz.concerns.models import Absence, Concern, Deadline, Entry, Kind, Reminder
from friedensplatz.concerns.moving import NotPossible
from friedensplatz.concerns.promises import promise_for
from friedensplatz.concerns.queries import OPEN_ONES, assigned_to, concerns_visible_to, late, offices_of, readable_by
from friedensplatz.concerns.workflow import WaitingFor
from friedensplatz.core.dates import add_working_days
from friedensplatz.directory.models import Office

WAITS = ("asked", "waited")
"""Verbs after which a concern waits."""


@transaction.atomic
def escalate_concern(concern: Concern, reason: str, *, by: User) -> None:
    """Ask the leads to see to it. Raises NotPossible for one that is ended or with them already."""
    if not _escalate(concern):
        raise NotPossible("escalate", concern.state)
    write_entry(concern, Entry.Kind.REASON, reason, by=by, inside=True)
    record(concern, "escalated", actor=by)


@transaction.atomic
def escalate_by_itself(concern: Concern) -> bool:
    """The same because the promise has been broken for too long; False when it is with the leads already."""
    if _escalate(concern):
        record(concern, "escalated")
        return True
    return False


def _escalate(concern: Concern) -> bool:
    free = Concern.objects.filter(OPEN_ONES, pk=concern.pk, escalated_at=None)
    return bool(free.update(escalated_at=timezone.now()))


def concerns_to_escalate(day: dt.date) -> QuerySet[Concern]:
    """Open concerns whose promised day lies `ESCALATE_WORKING_DAYS` or more behind, waiting for no person."""
    limit = day - dt.timedelta(days=settings.ESCALATE_WORKING_DAYS)
    overdue = Concern.objects.filter(OPEN_ONES, escalated_at=None, answer_due__lt=limit)
    overdue = overdue.exclude(waiting_for=WaitingFor.PERSON).order_by("pk")
    return overdue.filter(
        pk__in=[c.pk for c in overdue if add_working_days(c.answer_due, settings.ESCALATE_WORKING_DAYS) < day]
    )


@transaction.atomic
def remind_oneself(concern: Concern, day: dt.date, note: str, *, by: User) -> Reminder:
    reminder = Reminder(concern=concern, user=by, day=day)
    reminder.write(note)
    reminder.save()
    return reminder


def reminders_of(user: User, day: dt.date) -> list[Reminder]:
    """What somebody wanted to look at by this day, of what they may still see."""
    due = Reminder.objects.filter(Exists(concerns_visible_to(user).filter(pk=OuterRef("concern"))))
    return list(due.filter(user=user, day__lte=day).select_related("concern"))


def substitute_of(user: User, day: dt.date) -> User:
    """Who does somebody's work on a day: themselves unless they are away; a substitute who is away is not asked on."""
    absence = Absence.objects.filter(user=user, first__lte=day, last__gte=day).select_related("substitute").first()
    return absence.substitute if absence else user


def workload_of(offices: list[Office], user: User) -> list[Any]:
    """Per person how many open concerns they have, how many are late and how many wait; None is nobody.

    Only those the user may read: a number, too, tells of a sealed concern.
    """
    concerns = Concern.objects.filter(OPEN_ONES, readable_by(user), office__in=offices).order_by()
    counted = concerns.values("assignee", "assignee__name").annotate(
        open=Count("pk"),
        late=Count("pk", filter=late()),
        waiting=Count("pk", filter=~Q(waiting_for="")),
        escalated=Count("pk", filter=~Q(escalated_at=None)),
    )
    return list(counted.order_by("-late", "-open", "assignee"))


def claims_until_soon(day: dt.date) -> QuerySet[Deadline]:
    """Days of the equal treatment act of open concerns that nobody has kept: passed ones, and those we remind of."""
    soon = day + dt.timedelta(days=max(promise_for(Kind.DISCRIMINATION).remind, default=0))
    return Deadline.objects.filter(rule=Deadline.Rule.CLAIM, met_at=None, due__lte=soon, concern__is_open__in=[True])


def claims_for(user: User, day: dt.date) -> QuerySet[Deadline]:
    """Those to come, of concerns a person has or leads, or that nobody has yet."""
    led = offices_of(user, Role.LEAD)
    own = concerns_visible_to(user).filter(assigned_to(user) | Q(assignee=None) | Q(office__in=led))
    ahead = claims_until_soon(day).filter(Exists(own.filter(pk=OuterRef("concern"))), due__gte=day)
    return ahead.select_related("concern").order_by("due", "pk")


def claims_to_remind(day: dt.date) -> list[Deadline]:
    """Those to come of which nobody was reminded since the last of the days we remind on."""
    days = promise_for(Kind.DISCRIMINATION).remind
    ahead = claims_until_soon(day).filter(due__gte=day).select_related("concern__office")
    return [
        claim for claim in ahead.order_by("pk") if _is_due(claim, [claim.due - dt.timedelta(days=n) for n in days], day)
    ]


def _is_due(claim: Deadline, days: list[dt.date], day: dt.date) -> bool:
    reminded = timezone.localdate(claim.reminded_at) if claim.reminded_at else dt.date.min
    return any(reminded < one <= day for one in days)


def late_with_reasons(user: User, offices: list[Office], most: int) -> list[tuple[Concern, dt.datetime | None]]:
    """The late concerns of offices that somebody may see, the latest first, and since when each waits for somebody.

    With them those whose day of the law is near, or passed with nobody having made claims: `claims`.
    """
    claims = claims_until_soon(timezone.localdate())
    pressing = late() | Q(pk__in=claims.values("concern"))
    rows = concerns_visible_to(user).filter(pressing, office__in=offices).select_related("assignee", "office")
    rows = rows.prefetch_related("referrals__office", Prefetch("deadlines", claims, to_attr="claims"))
    concerns = list(rows.order_by("answer_due", "pk")[:most])
    done = Activity.objects.filter(
        thing_type__app_label="concerns",
        thing_type__model="concern",
        thing_id__in=[str(c.pk) for c in concerns],
        verb__in=WAITS,
    )
    since = dict(done.order_by("at").values_list("thing_id", "at"))
    return [(concern, since.get(str(concern.pk)) if concern.waiting_for else None) for concern in concerns]
