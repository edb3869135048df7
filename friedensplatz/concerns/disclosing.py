# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who brought a sealed concern is shown to somebody who reads it for some hours, after a second person agreed."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from friedensplatz.accounts.models import Role, User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Concern, Disclosure, Protection, Reporter
from friedensplatz.concerns.models.disclosure import SHOWN_FOR
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.queries import offices_of, reporter_of
from friedensplatz.concerns.sealing import seal_text


@transaction.atomic
def ask_disclosure(concern: Concern, reason: str, *, by: User) -> None:
    """Ask a second person for the name; asking twice changes nothing."""
    row = {"sealed": seal_text(concern, reason)}
    _row, is_new = Disclosure.objects.get_or_create(concern=concern, asked_by=by, granted=None, defaults=row)
    if is_new:
        record(concern, "disclosure_asked", actor=by)


@transaction.atomic
def decide_disclosure(disclosure: Disclosure, *, granted: bool, by: User) -> None:
    """The second person decides. Raises ChangedMeanwhile when somebody has decided; the database refuses the first."""
    waiting = Disclosure.objects.filter(pk=disclosure.pk, granted=None)
    if not waiting.update(granted=granted, decided_by=by, decided_at=timezone.now()):
        raise ChangedMeanwhile
    record(
        disclosure.concern, "disclosed" if granted else "disclosure_declined", actor=by, assignee=disclosure.asked_by_id
    )


def disclosures_to_decide(user: User) -> QuerySet[Disclosure]:
    """What waits for this person's yes or no: as the rule `is_second_person`, of concerns they need not be able to read."""
    offices = offices_of(user, Role.COUNSELLOR, Role.LEAD)
    waiting = Disclosure.objects.filter(granted=None, concern__office__in=offices).exclude(asked_by=user)
    return waiting.select_related("asked_by", "concern__office")


def disclosure_of(concern: Concern, user: User) -> Disclosure | None:
    """What this person asked last, while it waits or the name is shown."""
    if concern.protection != Protection.SEALED:
        return None
    mine = concern.disclosures.filter(asked_by=user).last()
    shown = mine and mine.ends_at and mine.ends_at > timezone.now()
    return mine if mine and (mine.granted is None or shown) else None


def may_know_names(concern: Concern, user: User) -> bool:
    """Whether this person may know now who stands behind a concern: who brought it, with whom, against whom."""
    if not user.has_perm("concerns.work_on_concern", concern):
        return False
    since = timezone.now() - SHOWN_FOR
    granted = concern.disclosures.filter(asked_by=user, granted=True, decided_at__gt=since)
    return concern.protection != Protection.SEALED or granted.exists()


def look_at_names(concern: Concern, user: User) -> bool:
    """The same for a page that shows them; of a sealed concern that is recorded."""
    may = may_know_names(concern, user)
    if may and concern.protection == Protection.SEALED:
        record(concern, "name_read", actor=user)
    return may


def shown_reporter(concern: Concern, user: User) -> Reporter | None:
    """Who brought a concern, as far as this person may know it now. Every page and letter of the desk asks here."""
    return reporter_of(concern) if may_know_names(concern, user) else None
