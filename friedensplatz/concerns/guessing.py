# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Guessing receipt codes is slowed and noticed.

Wrong codes are counted per reference and per coarse network (/24, /48). Both are kept as digests under a key that
changes every day and as such cannot be traced back to a person; rows are dropped after a day.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Attempt
from friedensplatz.core import vault
from friedensplatz.core.networks import network_of

LIFETIME = dt.timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    free: int
    """Wrong codes without any delay; each further one doubles it, from two seconds."""
    longest: int
    """Seconds."""
    noticed: int
    """Administrators are told at this number."""


REFERENCE = Limit(free=3, longest=300, noticed=10)
NETWORK = Limit(free=10, longest=3600, noticed=40)


def seconds_to_wait(request: HttpRequest, reference: str) -> int:
    """0 when another code may be tried now."""
    limits = _limits(request, reference)
    now = timezone.now()
    return max((_remaining(a, limits[a.key], now) for a in Attempt.objects.filter(key__in=limits)), default=0)


@transaction.atomic
def count_wrong_code(request: HttpRequest, reference: str) -> None:
    for key, limit in _limits(request, reference).items():
        attempt, _new = Attempt.objects.get_or_create(key=key)
        Attempt.objects.filter(pk=attempt.pk).update(failures=F("failures") + 1, last_at=timezone.now())
        attempt.refresh_from_db(fields=["failures"])
        if attempt.failures == limit.noticed:
            record(attempt, "guessing_noticed", failures=attempt.failures)


def _remaining(attempt: Attempt, limit: Limit, now: dt.datetime) -> int:
    beyond = attempt.failures - limit.free
    if beyond <= 0:
        return 0
    delay = min(limit.longest, 2 ** min(beyond, 20))
    passed = max(0, (now - attempt.last_at).total_seconds())  # less than 0 when the clock was set back
    return max(0, int(delay - passed + 1))


def _limits(request: HttpRequest, reference: str) -> dict[str, Limit]:
    day = timezone.localdate().isoformat()
    return {
        vault.digest(f"attempt:{day}", f"reference {reference}"): REFERENCE,
        vault.digest(f"attempt:{day}", f"network {network_of(request)}"): NETWORK,
    }
