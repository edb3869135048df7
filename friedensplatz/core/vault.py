# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sealing: AES-256-GCM with one key per purpose, all made from the setting VAULT_KEY.

After a change of the key what is there opens with VAULT_KEYS_FORMER until `rotate_keys` has sealed it anew. Digests,
which cannot be made anew, hang on DIGEST_KEY, which stays.

Files lie in the media storage under random names and are synced to disk before a row names them.
"""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from friedensplatz.core.files import keep_durably

FOLDER = "sealed"
NONCE = 12


class Unreadable(Exception):
    """Sealed with another key or for another purpose, or changed since."""


def _key(purpose: str, master: str) -> bytes:
    return hmac.digest(master.encode(), purpose.encode(), hashlib.sha256)


def digest(purpose: str, text: str) -> str:
    """A keyed SHA-256 of a text as 64 hex digits; without the key nobody can test a guess."""
    master = settings.DIGEST_KEY or settings.VAULT_KEY
    return hmac.new(_key(f"digest:{purpose}", master), text.encode(), hashlib.sha256).hexdigest()


def seal(data: bytes, purpose: str) -> bytes:
    return seal_with(_key(f"seal:{purpose}", settings.VAULT_KEY), data)


def unseal(sealed: bytes, purpose: str) -> bytes:
    """Raises Unreadable when the purpose or the key is another one, or a bit has changed."""
    for master in (settings.VAULT_KEY, *settings.VAULT_KEYS_FORMER):
        with suppress(Unreadable):
            return unseal_with(_key(f"seal:{purpose}", master), sealed)
    raise Unreadable


def is_current(sealed: bytes, purpose: str) -> bool:
    """Whether it opens with VAULT_KEY itself, and not only with a former one."""
    with suppress(Unreadable):
        unseal_with(_key(f"seal:{purpose}", settings.VAULT_KEY), sealed)
        return True
    return False


def seal_with(key: bytes, data: bytes) -> bytes:
    """Seal with a key of 32 bytes that the caller keeps, itself sealed."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, None)


def unseal_with(key: bytes, sealed: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], None)
    except (InvalidTag, ValueError) as error:
        raise Unreadable from error


def keep_file(data: bytes) -> str:
    """Seal data into a new file and return its name; the file is durable when this returns, or not there at all."""
    token = secrets.token_hex(16)
    try:
        keep_durably(place_of(token), ContentFile(seal(data, f"file:{token}")))
    except OSError:  # What a full disk took of it would only take room.
        drop_file(token)
        raise
    return token


def read_file(token: str) -> bytes:
    with default_storage.open(place_of(token)) as file:
        return unseal(file.read(), f"file:{token}")


def drop_file(token: str) -> None:
    default_storage.delete(place_of(token))


def place_of(token: str) -> str:
    return f"{FOLDER}/{token[:2]}/{token}"
