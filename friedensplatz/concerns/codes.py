# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""References and receipt codes: random, easy to read out, hard to guess.

The alphabet is Crockford's base 32 (no I, L, O, U); what people mistype for 0 and 1 is read as meant. A reference has
35 bits and is no secret. A receipt code has 80 bits; docs/adr says why a keyed digest is enough to keep it.
"""

import hmac
import secrets

from friedensplatz.core import vault

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MEANT = str.maketrans("ILO", "110")
SPELLING = (
    "Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Jena Köln München Nürnberg Potsdam Quickborn "
    "Rostock Salzwedel Tübingen Völklingen Wuppertal Xanten Ypsilon Zwickau"
)
"""How German offices spell letters on the phone (DIN 5009:2022)."""
SPOKEN = {word[0]: word for word in SPELLING.split()}
CODE_LENGTH = 16
REFERENCE_LENGTH = 7


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_reference() -> str:
    """A reference like `7K4-M2P9`."""
    return normal_reference(_random(REFERENCE_LENGTH))


def new_code() -> str:
    """A receipt code like `4T9M-Q2XA-77KD-0ZRE`."""
    return grouped(_random(CODE_LENGTH))


def _letters(typed: str) -> str:
    return "".join(c for c in typed.upper().translate(MEANT) if c in ALPHABET)


def normal_reference(typed: str) -> str:
    """A reference as stored, however it was typed; empty when it cannot be one."""
    letters = _letters(typed)
    return f"{letters[:3]}-{letters[3:]}" if len(letters) == REFERENCE_LENGTH else ""


def grouped(code: str) -> str:
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def spelled(code: str) -> list[tuple[str, str]]:
    """The groups of a code, each with how it is read out."""
    return [(group, " ".join(SPOKEN.get(sign, sign) for sign in group)) for group in code.split("-")]


def digest(code: str) -> str:
    """What is stored of a code, however it was typed."""
    return vault.digest("receipt", _letters(code))


def matches(code: str, stored: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(digest(code), stored)
