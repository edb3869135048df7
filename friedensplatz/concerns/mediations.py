# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A mediation room: each side writes to the mediator alone, who tells one side or both; both agree to the same words.

What only the mediator and the first side read is `PERSON`, the other side `SIDE`, both `SHARED`, the mediator `OFFICE`.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns import codes
from friedensplatz.concerns.models import (
    Agreement,
    Concern,
    Entry,
    Invitation,
    Party,
    Reporter,
    Visibility,
    new_party,
)
from friedensplatz.concerns.moving import ChangedMeanwhile


@transaction.atomic
def invite_side(concern: Concern, name: str, *, by: User) -> str:
    """Let the other side in; returns its code, which is stored nowhere. A former code ends."""
    code = codes.new_code()
    concern.parties.filter(role=Party.Role.SIDE).delete()
    new_party(concern, Reporter(name), Party.Role.SIDE).save()
    row = {"code_digest": codes.digest(code), "at": timezone.now()}
    Invitation.objects.update_or_create(concern=concern, defaults=row)
    record(concern, "side_invited", actor=by)
    return code


@transaction.atomic
def tell_sides(concern: Concern, text: str, visibility: Visibility, *, by: User) -> None:
    """The mediator tells the other side, or both, something."""
    _write(concern, Entry.Kind.INTERIM, text, visibility, by)
    record(concern, "sides_told", actor=by)


@transaction.atomic
def write_as_side(concern: Concern, text: str) -> None:
    """The other side writes to the mediator."""
    _write(concern, Entry.Kind.MESSAGE, text, Visibility.SIDE, None)
    record(concern, "side_wrote")


def _write(concern: Concern, kind: Entry.Kind, text: str, visibility: Visibility, by: User | None) -> None:
    office = concern.office if by else None
    entry = Entry(
        concern=concern, kind=kind, visibility=visibility, author=by, office=office, language=concern.language
    )
    entry.write(text)
    entry.save()


@transaction.atomic
def propose_agreement(concern: Concern, what: str, words: str, *, by: User) -> None:
    """Put minutes or a result to both sides; what they agreed to before does not count for new words."""
    row = Agreement.objects.filter(concern=concern, what=what).first() or Agreement(
        concern=concern, what=what, version=0
    )
    row.write(words)
    row.version += 1
    row.save()
    record(concern, "agreement_proposed", actor=by, what=what)


@transaction.atomic
def confirm_agreement(concern: Concern, what: str, version: int, *, other_side: bool) -> None:
    """One side agrees to the words it has seen; raises ChangedMeanwhile when there are newer ones."""
    field = "side_agreed_at" if other_side else "person_agreed_at"
    rows = Agreement.objects.filter(concern=concern, what=what, version=version)
    if not rows.update(**{field: timezone.now()}):
        raise ChangedMeanwhile
    record(concern, "agreed", what=what)


def room_of_side(concern: Concern) -> QuerySet[Entry]:
    """What the other side sees."""
    seen = concern.entries.filter(visibility__in=[Visibility.SIDE, Visibility.SHARED])
    return seen.select_related("office", "concern")


def concern_with_side_code(reference: str, code: str) -> Concern | None:
    """The concern the other side's reference and code open, taking as long for each that is wrong."""
    found = Invitation.objects.filter(concern__reference=codes.normal_reference(reference)).select_related("concern")
    invitation = found.first()
    right = codes.matches(code, invitation.code_digest if invitation else codes.digest(""))
    return invitation.concern if invitation and right else None


@dataclass(frozen=True)
class Term:
    """An agreement as one side sees it."""

    agreement: Agreement
    agreed: bool
    """This side has agreed."""


def agreements_of(concern: Concern, *, other_side: bool) -> list[Term]:
    """Minutes and result as they stand now."""
    rows = concern.agreements.select_related("concern")
    return [Term(row, bool(row.side_agreed_at if other_side else row.person_agreed_at)) for row in rows]
