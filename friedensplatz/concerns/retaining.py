# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long concerns are kept: classes as data, offers to the archive, holds."""

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from friedensplatz.accounts.models import Role, User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.erasing import erase_concern
from friedensplatz.concerns.models import Concern, Offer, Retention
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.queries import offices_of
from friedensplatz.concerns.sealing import seal_text
from friedensplatz.core.dates import add_months

AT_ONCE = 500
"""Concerns looked at in one run; the next goes on."""


def retention_of(concern: Concern, classes: list[Retention]) -> Retention | None:
    """The narrowest class that covers a concern."""
    fitting = [one for one in classes if one.covers(concern)]
    return max(fitting, key=lambda one: one.narrowness, default=None)


def over_on(concern: Concern, rule: Retention) -> dt.date | None:
    """The last day of a period of calendar months (§ 188 (2) BGB); None while its beginning is still to come."""
    begun: dt.datetime | None = getattr(concern, rule.start)
    if begun is None:
        return None
    return add_months(timezone.localdate(begun), rule.months)


def concerns_whose_time_is_over(
    today: dt.date, classes: list[Retention] | None = None
) -> Iterator[tuple[Concern, Retention]]:
    """Ended concerns that nobody holds, with the class that says what is to be done now; `classes` for those in force."""
    classes = list(Retention.objects.all()) if classes is None else classes
    if not classes:
        return
    months = min(one.months for one in classes)
    ended = Concern.objects.filter(is_open=False, hold=b"", ended_at__date__lt=today - dt.timedelta(days=28 * months))
    waiting = Offer.objects.filter(answer="").values("concern")
    for concern in ended.exclude(key=b"").exclude(pk__in=waiting).order_by("pk").iterator(chunk_size=AT_ONCE):
        rule = retention_of(concern, classes)
        last = over_on(concern, rule) if rule else None
        if rule and last and last < today:
            yield concern, rule


@transaction.atomic
def do_what_is_due(concern: Concern, rule: Retention) -> None:
    """Offer a concern to the archive, or remove what its class says once that is decided."""
    if rule.offer and not hasattr(concern, "offer"):
        Offer.objects.create(concern=concern)
        record(concern, "offered")
    else:
        erase_concern(concern, wholly=rule.deed == Retention.Deed.DELETE)


def offers_to_decide(user: User) -> QuerySet[Offer]:
    """What waits for the archive's answer, of the offices a person leads."""
    led = offices_of(user, Role.LEAD)
    waiting = Offer.objects.filter(answer="", concern__office__in=led)
    return waiting.select_related("concern__office", "concern__duty")


@transaction.atomic
def answer_offer(offer: Offer, answer: Offer.Answer, *, by: User) -> None:
    """Write down what the archive wants. Raises ChangedMeanwhile when that is written down already."""
    row = {"answer": answer, "answered_by": by, "answered_at": timezone.now()}
    if not Offer.objects.filter(pk=offer.pk, answer="").update(**row):
        raise ChangedMeanwhile
    record(offer.concern, "archive_answered", actor=by, answer=str(answer))


@transaction.atomic
def hold_concern(concern: Concern, reason: str, *, by: User) -> None:
    """Nothing of it is deleted until the hold is lifted."""
    if Concern.objects.filter(pk=concern.pk, hold=b"").update(hold=seal_text(concern, reason)):
        record(concern, "held", actor=by)


@transaction.atomic
def lift_hold(concern: Concern, *, by: User) -> None:
    if Concern.objects.filter(pk=concern.pk).exclude(hold=b"").update(hold=b""):
        record(concern, "hold_lifted", actor=by)
