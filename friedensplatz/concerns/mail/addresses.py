# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The address by which an answer finds its concern: one per mail, impossible to guess and to read.

The part behind the plus sign is the concern's number sealed with the vault's key, so it needs no table, says nothing to
whoever sees it, and cannot be made without the key. It fits the 64 characters a name may have (RFC 5321, 4.5.3.1.1).
"""

import base64
import binascii
from collections.abc import Iterable

from django.conf import settings

from friedensplatz.concerns.models import Concern
from friedensplatz.core import vault

PURPOSE = "reply address"
NUMBER_BYTES = 5


def reply_address(concern: Concern) -> str:
    """An address for answers to this concern; empty where the city takes none by mail."""
    name, _at, domain = settings.MAIL_REPLY_TO.partition("@")
    if not domain:
        return ""
    sealed = vault.seal(concern.pk.to_bytes(NUMBER_BYTES, "big"), PURPOSE)
    return f"{name}+{base64.b32encode(sealed).decode().rstrip('=').lower()}@{domain}"


def concern_of(recipients: Iterable[str]) -> Concern | None:
    """The concern one of these addresses belongs to."""
    numbers = [number for address in recipients if (number := _number(address)) is not None]
    return Concern.objects.select_related("office").filter(pk=numbers[0]).first() if numbers else None


def _number(address: str) -> int | None:
    name, _at, domain = settings.MAIL_REPLY_TO.lower().partition("@")
    before, plus, rest = address.lower().partition("+")
    token, at, host = rest.rpartition("@")
    if not (domain and plus and at) or (before, host) != (name, domain):
        return None
    try:
        sealed = base64.b32decode(token.upper() + "=" * (-len(token) % 8))
        return int.from_bytes(vault.unseal(sealed, PURPOSE), "big")
    except (binascii.Error, ValueError, vault.Unreadable):
        return None
