# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which addresses are looked at when, and what is made of it."""

import datetime as dt
import time
from collections.abc import Iterator

from friedensplatz.weblinks.looking import Look, look_at
from friedensplatz.weblinks.models import Address
from friedensplatz.weblinks.plug import mentions

AGAIN, AGAIN_AFTER_A_FAILURE = dt.timedelta(days=7), dt.timedelta(days=1)
WITHOUT_CONNECTION = dt.timedelta(hours=1)
AT_ONCE = 20
TIME_AT_ONCE = 15.0
"""Seconds after which no further address is begun, so that other jobs need not wait."""
LONGEST = 500


def gather() -> int:
    """Have a row for each address any component names, and for no other; how many came and went."""
    named = {mention.url for mention in mentions() if 0 < len(mention.url) <= LONGEST}
    known = set(Address.objects.values_list("url", flat=True))
    Address.objects.bulk_create([Address(url=url) for url in sorted(named - known)], ignore_conflicts=True)
    Address.objects.filter(url__in=known - named).delete()
    return len(named ^ known)


def look_around(now: dt.datetime) -> str:
    """Look at what is due, one after the other. When nobody at all answers, it is the house that has no connection."""
    due = list(Address.objects.filter(due_at__lte=now).order_by("due_at", "pk")[:AT_ONCE])
    looks = list(_looks(due))
    if looks and all(look.may_be_our_fault for _address, look in looks) and not _somebody_answers(due):
        Address.objects.filter(pk__in=[address.pk for address in due]).update(due_at=now + WITHOUT_CONNECTION)
        return "no connection"
    for address, look in looks:
        address.note(look.reason, look.moved_to, now=now)
        address.due_at = now + (AGAIN_AFTER_A_FAILURE if look.reason else AGAIN)
        address.save()
    return f"{len(looks)} addresses" if looks else ""


def _looks(addresses: list[Address]) -> Iterator[tuple[Address, Look]]:
    begun = time.monotonic()
    for address in addresses:
        if time.monotonic() - begun < TIME_AT_ONCE:
            yield address, look_at(address.url)


def _somebody_answers(but: list[Address]) -> bool:
    """Whether one of the addresses that answered last time does so now."""
    answered = Address.objects.filter(failures=0, looked_at__isnull=False).exclude(pk__in=[one.pk for one in but])
    return any(not look_at(address.url).may_be_our_fault for address in answered.order_by("-looked_at")[:2])
