# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is encrypted at rest, and with what.

Every concern has a key of its own, kept beside it sealed with VAULT_KEY, which is in neither database nor media. Who
brought a concern is always sealed with it; words, place and subject are when its protection is confidential or sealed.
Without its key (`forget_key`) a concern's sealed parts are gone for good, in every copy of the database.
"""

import json
import secrets
from typing import Any, Protocol

from friedensplatz.core import vault

PURPOSE = "concern key"
KEY_BYTES = 32


Sealed = bytes | memoryview
"""As databases give it."""


class WithKey(Protocol):
    """A concern, as far as sealing knows it."""

    @property
    def key(self) -> Sealed: ...


def new_key() -> bytes:
    """A key for one concern, sealed."""
    return vault.seal(secrets.token_bytes(KEY_BYTES), PURPOSE)


def seal_text(concern: WithKey, text: str) -> bytes:
    return vault.seal_with(_opened(concern), text.encode())


def open_text(concern: WithKey, sealed: Sealed) -> str:
    """What was sealed for a concern; empty once its key was destroyed. Raises vault.Unreadable under another key."""
    return vault.unseal_with(_opened(concern), bytes(sealed)).decode() if concern.key else ""


def seal_facts(concern: WithKey, facts: dict[str, Any]) -> bytes:
    return seal_text(concern, json.dumps(facts))


def open_facts(concern: WithKey, sealed: Sealed) -> dict[str, Any]:
    text = open_text(concern, sealed)
    facts: dict[str, Any] = json.loads(text) if text else {}
    return facts


def _opened(concern: WithKey) -> bytes:
    """The concern's key, unsealed once per instance."""
    kept: tuple[bytes, bytes] | None = concern.__dict__.get("_opened_key")
    if kept is None or kept[0] != bytes(concern.key):
        kept = (bytes(concern.key), vault.unseal(bytes(concern.key), PURPOSE))
        concern.__dict__["_opened_key"] = kept
    return kept[1]
