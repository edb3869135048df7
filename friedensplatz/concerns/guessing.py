# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Guessing receipt codes is slowed and noticed.

Wrong codes are counted per reference and per coarse network (/24, /48). Both are kept as digests under a key that
changes every day and as such cannot be traced back to a person; rows are dropped after a day.
"""

import datetime as dt
import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Attempt
from friedensplatz.core import vault

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
    return max(0, int((attempt.last_at + dt.timedelta(seconds=delay) - now).total_seconds() + 1))


def _limits(request: HttpRequest, reference: str) -> dict[str, Limit]:
    day = timezone.localdate().isoformat()
    return {
        vault.digest(f"attempt:{day}", f"reference {reference}"): REFERENCE,
        vault.digest(f"attempt:{day}", f"network {network_of(request)}"): NETWORK,
    }


def network_of(request: HttpRequest) -> str:
    """The network a request comes from: the first 24 bits of IPv4, 48 of IPv6; empty when unknown.

    Behind a proxy (setting FRIEDENSPLATZ_BEHIND_PROXY) the last address of X-Forwarded-For is the proxy's own finding.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.SECURE_PROXY_SSL_HEADER:
        address = str(request.META.get("HTTP_X_FORWARDED_FOR", address)).rpartition(",")[2].strip()
    try:
        width = 24 if ipaddress.ip_address(address).version == 4 else 48
    except ValueError:
        return ""
    return str(ipaddress.ip_network(f"{address}/{width}", strict=False))
