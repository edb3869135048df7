# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person thinks of how their concern ended, said on a page of its own that its link opens once per ending.

The link leads to the question, never to the concern: whoever finds it can say one opinion and read nothing.
"""

from django.core import signing
from django.db import IntegrityError, transaction

from friedensplatz.activity.actions import record
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.models import Concern, Opinion
from friedensplatz.concerns.sealing import seal_text
from friedensplatz.concerns.workflow import Outcome

SALT = "friedensplatz.concerns.opinion"
TAKEN_UP = ("resumed", "reopened")


def opinion_token(concern: Concern) -> str:
    """Names this ending of the concern."""
    return signing.dumps([concern.pk, _ending(concern)], salt=SALT)


def concern_to_judge(token: str) -> Concern | None:
    """The concern while nobody has taken it up again since the link was made, or said an opinion of how it ended."""
    try:
        pk, ending = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    concern = Concern.objects.select_related("office").filter(pk=pk, is_open=False).first()
    if concern is None or not ending or not can_be_judged(concern):
        return None
    taken_up = activities_of(concern).filter(verb__in=TAKEN_UP, at__gt=ending)
    is_over = taken_up.exists() or concern.opinions.filter(about__gte=ending).exists()
    return None if is_over else concern


def can_be_judged(concern: Concern) -> bool:
    if concern.ended_at is None or not concern.key or concern.outcome == Outcome.WITHDRAWN:
        return False
    return not concern.opinions.filter(about=concern.ended_at).exists()


def _ending(concern: Concern) -> str:
    return concern.ended_at.isoformat() if concern.ended_at else ""


@transaction.atomic
def say_opinion(concern: Concern, *, satisfied: int, reasons: list[str], words: str) -> None:
    """Keep an opinion of an ended concern; the second of one ending changes nothing."""
    assert concern.ended_at is not None
    sealed = seal_text(concern, words) if words else b""
    row = {"satisfied": satisfied, "reasons": reasons, "sealed": sealed}
    try:
        with transaction.atomic():
            Opinion.objects.create(concern=concern, about=concern.ended_at, **row)
    except IntegrityError:
        return
    record(concern, "judged")
