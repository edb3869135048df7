# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.models import Activity
from friedensplatz.activity.signals import recorded


def record(thing: models.Model, verb: str, *, actor: User | None = None, **details: Any) -> Activity:
    """Write down a deed and tell the listeners once it is durable. Call inside the deed's transaction.

    A listener that fails does not undo the deed. It is told again later, as are listeners whose process was killed.
    """
    activity = Activity.objects.create(
        thing_type=ContentType.objects.get_for_model(thing),
        thing_id=str(thing.pk),
        verb=verb,
        actor=actor,
        details=details,
    )
    transaction.on_commit(lambda: tell(activity, thing), robust=True)
    return activity


@transaction.atomic
def tell(activity: Activity, thing: models.Model) -> bool:
    """Tell every listener of a deed; True, and never told again, when none of them failed."""
    outcomes = recorded.send_robust(type(thing), activity=activity, thing=thing)
    if any(isinstance(outcome, Exception) for _, outcome in outcomes):
        return False
    Activity.objects.filter(pk=activity.pk).update(heard_at=timezone.now())
    return True
