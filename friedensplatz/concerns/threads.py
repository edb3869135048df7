# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What became of a concern: a page now, later a process or project."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Concern
from friedensplatz.directory.models import Link
from friedensplatz.pages.models import Page
from friedensplatz.pages.queries import live_pages


@transaction.atomic
def let_become(concern: Concern, page: Page, *, by: User) -> None:
    """Tie a concern to the page it became; doing so twice changes nothing."""
    _link, is_new = Link.objects.get_or_create(
        from_type=ContentType.objects.get_for_model(Concern),
        from_id=concern.pk,
        relation=Link.Relation.BECAME,
        to_type=ContentType.objects.get_for_model(Page),
        to_id=page.pk,
    )
    if is_new:
        record(concern, "became", actor=by)


@dataclass(frozen=True)
class Thing:
    """Something a concern became."""

    name: str
    url: str


def became_of(concern: Concern) -> list[Thing]:
    """What the public can read of what became of it; nothing while it runs."""
    if concern.is_open:
        return []
    links = Link.objects.filter(
        from_type=ContentType.objects.get_for_model(Concern), from_id=concern.pk, relation=Link.Relation.BECAME
    )
    pages = live_pages().filter(pk__in=list(links.values_list("to_id", flat=True)))
    return [Thing(str(page), reverse("page", args=[page.slug])) for page in pages]
