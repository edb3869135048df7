# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Putting a public version up and taking it down. A published initiative stands in the directory like any organisation."""

from django.utils import timezone

from friedensplatz.activity.actions import record
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.models import Concern, Kind, Publication
from friedensplatz.directory.models import Organisation


def publish(publication: Publication) -> None:
    """Show what the person agreed to, an initiative in the directory."""
    publication.published_at = timezone.now()
    if publication.concern.kind == Kind.INITIATIVE:
        publication.organisation = _in_the_directory(publication)
    publication.save(update_fields=["published_at", "organisation"])
    record(publication, "published")


def _in_the_directory(publication: Publication) -> Organisation:
    language = publication.concern.language
    organisation, is_new = Organisation.objects.update_or_create(
        slug=f"initiative-{publication.pk}",
        defaults={
            "kind": Organisation.Kind.INITIATIVE,
            "name": {language: publication.title},
            "summary": {language: publication.text},
            "kept_by": publication.concern.office,
        },
    )
    record(organisation, "added" if is_new else "organisation_changed")
    return organisation


def take_down_all_of(concern: Concern) -> None:
    """Whatever a concern has in public."""
    for publication in Publication.objects.filter(concern=concern):
        take_down(publication)


def take_down(publication: Publication) -> None:
    """Nothing of it stays public, nor in the history of the directory."""
    if organisation := publication.organisation:
        activities_of(organisation).delete()
        record(organisation, "removed")
        organisation.delete()
    publication.published_at = publication.organisation = None
    publication.save(update_fields=["published_at", "organisation"])
    record(publication, "unpublished")
