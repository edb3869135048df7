# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people are asked to agree to, and what agreeing and withdrawing do."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Concern, Consent, Kind, Publication
from friedensplatz.concerns.moving import make_move
from friedensplatz.concerns.profiles import publish, take_down
from friedensplatz.concerns.workflow import Outcome, State

Purpose = Consent.Purpose


@dataclass(frozen=True)
class Wording:
    """A text people agree to. Whoever changes the text changes the version."""

    version: str
    text: str | Promise
    meaning: str | Promise
    """What it means to withdraw it."""


SENSITIVE = _(
    "I agree that the counsellors of the city use what I tell about myself to advise me, also where it is about "
    "my origin, religion, health, sexual life or other things the law protects most "
    "(Article 9 (2) (a) GDPR). I can take this back at any time."
)
WORDINGS: dict[str, Wording] = {
    Purpose.SENSITIVE: Wording(
        "2026-11",
        SENSITIVE,
        _(
            "We stop at once: your concern is closed, and your answers about grounds, place and people are deleted. What "
            "was done until now stays lawful. Your words stay locked until their time to be deleted has come."
        ),
    ),
    Purpose.PUBLICATION: Wording(
        "2026-11",
        _(
            "I agree that the city publishes my petition with the title and text I was shown, and how it goes on, "
            "until I take this back (Article 6 (1) (a) GDPR)."
        ),
        _("The page with your petition is taken down at once. The committee goes on dealing with it."),
    ),
    Purpose.PROFILE: Wording(
        "2026-11",
        _(
            "I agree for our group that the city publishes the profile I was shown, until I take this back "
            "(Article 6 (1) (a) GDPR)."
        ),
        _("The public profile is taken down at once. The office goes on supporting you."),
    ),
}
PUBLIC: dict[str, Consent.Purpose] = {Kind.PETITION: Purpose.PUBLICATION, Kind.INITIATIVE: Purpose.PROFILE}
"""Kinds of which something is published, if their people agree."""
ASKED_OF = {Kind.DISCRIMINATION: Purpose.SENSITIVE}
"""Kinds that cannot go on without a consent."""


def give_consent(concern: Concern, purpose: str) -> None:
    """Record that the person agrees, in the words of their language; agreeing twice changes nothing."""
    wording = WORDINGS[purpose]
    with transaction.atomic(), override(concern.language):
        words = {"version": wording.version, "text": str(wording.text)}
        _row, is_new = Consent.objects.get_or_create(
            concern=concern, purpose=purpose, withdrawn_at=None, defaults=words
        )
        if is_new:
            record(concern, "consented", purpose=str(purpose))
            if purpose in PUBLIC.values():
                publish(concern.publication)


def record_told(concern: Concern) -> None:
    """Record the consent somebody gave among the answers of their concern."""
    purpose = ASKED_OF.get(Kind(concern.kind))
    if purpose and concern.particulars.get("consent"):
        give_consent(concern, purpose)


@transaction.atomic
def withdraw_consent(concern: Concern, purpose: str) -> None:
    """The person takes a consent back; what rested on it ends. Raises ChangedMeanwhile."""
    if not Consent.objects.filter(concern=concern, purpose=purpose, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    ):
        return
    record(concern, "consent_withdrawn", purpose=str(purpose))
    if purpose == Purpose.SENSITIVE:
        _stop_counselling(concern)
    else:
        take_down(concern.publication)


def _stop_counselling(concern: Concern) -> None:
    if concern.state != State.CLOSED:
        make_move(concern, "withdraw", outcome=Outcome.WITHDRAWN)
    concern.tell(particulars={})
    concern.save(update_fields=["subject", "place_note", "sealed"])
    concern.plan.all().delete()


def consents_in_force(concern: Concern) -> list[Consent]:
    return list(concern.consents.filter(withdrawn_at=None))


def purposes_of(concern: Concern) -> list[Consent.Purpose]:
    """What the person of this concern may agree to or take back."""
    asked = ASKED_OF.get(Kind(concern.kind))
    if Publication.objects.filter(concern=concern).exists():
        return [PUBLIC[concern.kind]]
    return [asked] if asked and concern.is_open else []
