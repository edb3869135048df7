# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of initiatives and the log of the support they got."""

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.entries import write_entry
from friedensplatz.concerns.models import Concern, Entry, Kind
from friedensplatz.concerns.queries import concerns_visible_to


@transaction.atomic
def support_initiative(concern: Concern, text: str, *, by: User) -> None:
    """Write down what the office did for an initiative; the state stays."""
    write_entry(concern, Entry.Kind.SUPPORT, text, by=by, inside=True)
    record(concern, "supported", actor=by)


def initiatives_visible_to(user: User) -> QuerySet[Concern]:
    """The register: initiatives one may read, with the moment of the last support as `supported_at`."""
    last = Max("entries__at", filter=Q(entries__kind=Entry.Kind.SUPPORT))
    mine = concerns_visible_to(user).filter(kind=Kind.INITIATIVE).select_related("office", "publication")
    return mine.annotate(supported_at=last).order_by("-pk")
