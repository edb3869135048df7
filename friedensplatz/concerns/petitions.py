# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The way of a petition: checked, heard, decided; its public version, by consent."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.actions import answer_concern, await_others, send_interim
from friedensplatz.concerns.blackening import blacken
from friedensplatz.concerns.models import Concern, Petition
from friedensplatz.concerns.publishing import end_publication, petition_of
from friedensplatz.concerns.queries import opening_of, reporter_of
from friedensplatz.concerns.workflow import WaitingFor

Stage = Petition.Stage


def _go_to(petition: Petition, stage: str, **changes: object) -> None:
    """Store what is new; what is public shows it at once."""
    for name, value in {**changes, "stage": stage}.items():
        setattr(petition, name, value)
    petition.save(update_fields=[*changes, "stage"])
    if petition.published_at:
        record(petition, "went_on")


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


@transaction.atomic
def propose_version(concern: Concern, title: str, text: str, word: str, *, by: User) -> None:
    """Show the petitioner what would be published; what was public until now ends until they agree again."""
    petition = petition_of(concern)
    end_publication(concern)
    petition.title, petition.text, petition.shown_at, petition.published_at = title, text, timezone.now(), None
    petition.save(update_fields=["title", "text", "shown_at", "published_at"])
    send_interim(concern, word, by=by)


def suggested_version(concern: Concern) -> dict[str, str]:
    """Title and text with names and address traces blacked out, to be read and changed by hand."""
    reporter, told = reporter_of(concern), concern.particulars
    people = [reporter.name if reporter else "", *told.get("joint", "").splitlines()]
    return {"title": blacken(concern.title, people), "text": blacken(opening_of(concern), people)}


def public_petitions() -> QuerySet[Petition]:
    """Petitions their people agreed to publish, without anything of the concern behind them."""
    return (
        Petition.objects.exclude(published_at=None)
        .select_related("concern")
        .prefetch_related("concern__referrals__office")
    )
