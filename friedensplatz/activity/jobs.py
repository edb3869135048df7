# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.db.models import F
from django.utils import timezone

from friedensplatz.activity.actions import tell
from friedensplatz.activity.queries import activities_unheard_since
from friedensplatz.core.jobs import job

PATIENCE = dt.timedelta(minutes=1)
TELLINGS = 10
BATCH = 200


@job(every=dt.timedelta(minutes=1))
def tell_again(now: dt.datetime) -> int:
    """Tell listeners of deeds they have missed: the process was killed after the commit, or a listener failed.

    A deed whose thing is gone needs no telling. After ten tries a deed is left to a person.
    """
    unheard = activities_unheard_since(now - PATIENCE).filter(retold__lt=TELLINGS).order_by("at", "pk")[:BATCH]
    told = 0
    for activity in unheard:
        type(activity).objects.filter(pk=activity.pk).update(retold=F("retold") + 1)
        if activity.thing is None:
            type(activity).objects.filter(pk=activity.pk).update(heard_at=timezone.now())
        else:
            told += tell(activity, activity.thing)
    return told
