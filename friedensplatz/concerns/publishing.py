# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is published of petitions and initiatives: in words their person has seen, for as long as they agree."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.concerns.actions import send_interim
from friedensplatz.concerns.blackening import blacken
from friedensplatz.concerns.consents import PUBLIC
from friedensplatz.concerns.models import Concern, Publication
from friedensplatz.concerns.profiles import take_down
from friedensplatz.concerns.queries import opening_of, reporter_of


def suggested_version(concern: Concern) -> dict[str, str]:
    """Title and text with names and address traces blacked out, to be read and changed by hand."""
    reporter, told = reporter_of(concern), concern.particulars
    people = [reporter.name if reporter else "", *told.get("joint", "").splitlines()]
    title = told.get("group") or blacken(concern.title, people)
    return {"title": title, "text": blacken(told.get("profile") or opening_of(concern), people)}


@transaction.atomic
def propose_version(concern: Concern, title: str, text: str, word: str, *, by: User) -> None:
    """Show the person what would be published; a consent to a former version does not cover this one."""
    concern.consents.filter(purpose=PUBLIC[concern.kind], withdrawn_at=None).update(withdrawn_at=timezone.now())
    version = {"title": title, "text": text, "shown_at": timezone.now()}
    publication, is_new = Publication.objects.update_or_create(concern=concern, defaults=version)
    if not is_new:
        take_down(publication)
    send_interim(concern, word, by=by)


def publications_of(kind: str) -> QuerySet[Publication]:
    """What people agreed to publish, with how far it is."""
    public = Publication.objects.filter(concern__kind=kind).exclude(published_at=None)
    return public.select_related("concern__petition", "organisation").prefetch_related("concern__referrals__office")
