# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who else has a concern open, so that two do not answer at once."""

import datetime as dt

from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.concerns.models import Concern, Watch

LASTS = dt.timedelta(minutes=10)


def watch(concern: Concern, user: User, *, writes: bool) -> list[Watch]:
    """Note that somebody has it open, and tell who else has had within ten minutes."""
    mine = Watch(concern=concern, user=user, writes=writes)
    Watch.objects.bulk_create(
        [mine], update_conflicts=True, unique_fields=["concern", "user"], update_fields=["writes", "at"]
    )
    others = Watch.objects.filter(concern=concern, at__gt=timezone.now() - LASTS).exclude(user=user)
    return list(others.select_related("user").order_by("-writes", "-at"))


def forget_watches(now: dt.datetime) -> int:
    forgotten, _by_model = Watch.objects.filter(at__lt=now - LASTS).delete()
    return forgotten
