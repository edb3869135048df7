# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Statements asked from other offices: the concern waits for them and goes on when the last has come."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.entries import write_entry
from friedensplatz.concerns.models import Admission, Concern, Entry, Referral
from friedensplatz.concerns.moving import ChangedMeanwhile, make_move
from friedensplatz.concerns.workflow import WaitingFor
from friedensplatz.directory.models import Office


@transaction.atomic
def ask_for_statement(concern: Concern, office: Office, question: str, *, due: dt.date, by: User) -> Referral:
    """Ask an office what it says to the matter; it is let in to read. Raises ChangedMeanwhile, NotPossible."""
    details = {"for": str(WaitingFor.STATEMENT), "to": office.pk}
    make_move(concern, "wait", by=by, waiting_for=WaitingFor.STATEMENT, reason=question, details=details)
    asked = write_entry(concern, Entry.Kind.REQUEST, question, by=by, inside=True)
    Admission.objects.get_or_create(concern=concern, office=office, user=None, defaults={"by": by})
    referral = Referral.objects.create(concern=concern, office=office, question=asked, due=due)
    record(concern, "statement_asked", actor=by, to=office.pk)
    return referral


@transaction.atomic
def give_statement(referral: Referral, text: str, *, by: User) -> None:
    """The office asked says what it has to say; raises ChangedMeanwhile when a colleague was faster."""
    _end(referral)
    concern = referral.concern
    referral.statement = write_entry(concern, Entry.Kind.STATEMENT, text, by=by, inside=True, office=referral.office)
    referral.save(update_fields=["statement"])
    record(concern, "stated", actor=by, to=referral.office_id)
    _go_on(concern, by)


@transaction.atomic
def take_back_referral(referral: Referral, *, by: User) -> None:
    """The statement is not needed any more."""
    _end(referral)
    record(referral.concern, "statement_taken_back", actor=by, to=referral.office_id)
    _go_on(referral.concern, by)


def _end(referral: Referral) -> None:
    referral.ended_at = timezone.now()
    if not Referral.objects.filter(pk=referral.pk, ended_at=None).update(ended_at=referral.ended_at):
        raise ChangedMeanwhile


def _go_on(concern: Concern, by: User) -> None:
    """The last statement wakes the concern; two that come at once meet at the concern's version."""
    concern.refresh_from_db(fields=["state", "waiting_for", "version"])
    waits = concern.waiting_for == WaitingFor.STATEMENT
    if waits and not concern.referrals.filter(ended_at=None).exists():
        make_move(concern, "go_on", by=by)
