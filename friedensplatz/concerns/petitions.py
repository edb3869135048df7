# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The way of a petition: checked, heard, decided."""

import datetime as dt

from django.db import transaction

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.actions import answer_concern, await_others
from friedensplatz.concerns.models import Concern, Petition, Publication
from friedensplatz.concerns.workflow import WaitingFor

Stage = Petition.Stage


def petition_of(concern: Concern) -> Petition:
    return Petition.objects.get_or_create(concern=concern)[0]


def petition_so_far(concern: Concern) -> Petition:
    """The petition to look at, not stored where nothing has been done with it yet."""
    whole = Petition.objects.filter(concern=concern).prefetch_related("concern__referrals__office")
    return whole.first() or Petition(concern=concern)


def _go_to(petition: Petition, stage: str, **changes: object) -> None:
    """Store what is new; what is public shows it at once."""
    for name, value in {**changes, "stage": stage}.items():
        setattr(petition, name, value)
    petition.save(update_fields=[*changes, "stage"])
    if public := Publication.objects.filter(concern=petition.concern).exclude(published_at=None).first():
        record(public, "went_on")


@transaction.atomic
def examine_petition(concern: Concern, *, by: User) -> None:
    """It has all the law asks for."""
    _go_to(petition_of(concern), Stage.EXAMINED)
    record(concern, "examined", actor=by)


@transaction.atomic
def bring_to_committee(
    concern: Concern, committee: str, sits_on: dt.date, *, by: User, paper: str = "", heard_on: dt.date | None = None
) -> None:
    """Put it on the agenda of a sitting."""
    await_others(concern, WaitingFor.COMMITTEE, f"{committee}, {sits_on.isoformat()}", by=by)
    more = {"committee": committee, "sits_on": sits_on, "paper_number": paper, "heard_on": heard_on}
    _go_to(petition_of(concern), Stage.COMMITTEE, **more)


@transaction.atomic
def decide_petition(concern: Concern, decision: str, decided_on: dt.date, notice: str, *, by: User) -> None:
    """Keep what was decided and give the petitioner notice (§ 24 (1) GO NRW)."""
    answer_concern(concern, notice, by=by)
    _go_to(petition_of(concern), Stage.DECIDED, decision=decision, decided_on=decided_on)
