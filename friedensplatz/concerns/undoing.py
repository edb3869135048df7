# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking or assigning several concerns is undone for ten minutes. What was before travels signed in the page.

Of other deeds the person has heard; they are undone by taking the concern up again.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.models import Concern, Deadline
from friedensplatz.concerns.queries import concerns_visible_to

SALT = "friedensplatz.concerns.undoing"
SECONDS = 10 * 60
DEEDS = ("take", "assign")
FIRST_LOOK = Deadline.Rule.ACKNOWLEDGEMENT


def as_it_is(concern: Concern) -> list[Any]:
    """What taking or assigning changes."""
    looked_at = next((clock.met_at for clock in concern.deadlines.all() if clock.rule == FIRST_LOOK), None)
    return [concern.pk, concern.version, concern.state, concern.assignee_id, looked_at]


def undo_token(before: Iterable[list[Any]], *, by: User) -> str:
    """What `undo` needs to put these back, as they were; for the one who did it alone."""
    told = json.dumps([by.pk, timezone.now().isoformat(), list(before)], cls=DjangoJSONEncoder)
    return signing.dumps(told, salt=SALT, compress=True)


def undo(token: str, *, by: User) -> tuple[int, list[str]]:
    """Put back what nobody has touched since: how many, and the references of those left, as far as one may see them.

    Raises BadSignature when it is too late, or when somebody else did it.
    """
    user, since, before = json.loads(signing.loads(token, salt=SALT, max_age=SECONDS))
    if user != by.pk:
        raise signing.BadSignature
    visible = concerns_visible_to(by).in_bulk([pk for pk, *_rest in before])
    seen = [(visible[was[0]], was) for was in before if was[0] in visible]
    left = [concern.reference for concern, was in seen if not _put_back(concern, was, since, by)]
    return len(visible) - len(left), left


@transaction.atomic
def _put_back(concern: Concern, was: list[Any], since: str, by: User) -> bool:
    """False when it moved on, or anything but a look was recorded since."""
    _pk, version, state, assignee, looked_at = was
    touched = activities_of(concern).filter(at__gt=since).exclude(verb="read").exists()
    newest = Concern.objects.filter(pk=concern.pk, version=version + 1)
    if touched or not newest.update(state=state, assignee=assignee, version=version + 2):
        return False
    concern.deadlines.filter(rule=FIRST_LOOK).update(met_at=looked_at)
    record(concern, "undone", actor=by)
    return True
