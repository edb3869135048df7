# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sealing: AES-256-GCM with one key per purpose, all made from the setting VAULT_KEY.

Files lie in the media storage under random names and are synced to disk before a row names them.
"""

import hashlib
import hmac
import os
import secrets

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


def _key(purpose: str) -> bytes:
    return hmac.digest(settings.VAULT_KEY.encode(), purpose.encode(), hashlib.sha256)


def digest(purpose: str, text: str) -> str:
    """A keyed SHA-256 of a text as 64 hex digits; without VAULT_KEY nobody can test a guess."""
    return hmac.new(_key(f"digest:{purpose}"), text.encode(), hashlib.sha256).hexdigest()


def seal(data: bytes, purpose: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_key(f"seal:{purpose}")).encrypt(nonce, data, None)


def unseal(sealed: bytes, purpose: str) -> bytes:
    """Raises Unreadable when the purpose or the key is another one, or a bit has changed."""
    try:
        return AESGCM(_key(f"seal:{purpose}")).decrypt(sealed[:NONCE], sealed[NONCE:], None)
    except (InvalidTag, ValueError) as error:
        raise Unreadable from error


def keep_file(data: bytes) -> str:
    """Seal data into a new file and return its name; the file is durable when this returns."""
    token = secrets.token_hex(16)
    keep_durably(place_of(token), ContentFile(seal(data, f"file:{token}")))
    return token


def read_file(token: str) -> bytes:
    with default_storage.open(place_of(token)) as file:
        return unseal(file.read(), f"file:{token}")


def drop_file(token: str) -> None:
    default_storage.delete(place_of(token))


def place_of(token: str) -> str:
    return f"{FOLDER}/{token[:2]}/{token}"
