# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Publishing a petition's public version rests on the petitioner's consent, and ends with it."""

from django.utils import timezone

from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Concern, Consent, Petition


def petition_of(concern: Concern) -> Petition:
    return Petition.objects.get_or_create(concern=concern)[0]


def petition_so_far(concern: Concern) -> Petition:
    """The petition to look at, not stored where nothing has been done with it yet."""
    return Petition.objects.filter(concern=concern).first() or Petition(concern=concern)


def publish_petition(concern: Concern) -> None:
    """Publish what the petitioner was shown."""
    petition = petition_of(concern)
    petition.published_at = timezone.now()
    petition.save(update_fields=["published_at"])
    record(petition, "published")


def unpublish_petition(concern: Concern) -> None:
    petition = petition_of(concern)
    petition.published_at = None
    petition.save(update_fields=["published_at"])
    record(petition, "unpublished")


def end_publication(concern: Concern) -> None:
    """The consent to a former version does not cover a new one."""
    given = concern.consents.filter(purpose=Consent.Purpose.PUBLICATION, withdrawn_at=None)
    if given.update(withdrawn_at=timezone.now()):
        unpublish_petition(concern)
