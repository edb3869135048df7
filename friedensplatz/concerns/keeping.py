# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the tie between an account and a concern is written, so that the database alone tells nobody of it."""

from friedensplatz.accounts.models import User
from friedensplatz.concerns.models import Concern, Keeping
from friedensplatz.core import vault

BYTES = 8


def owner_key(user: User) -> str:
    return vault.digest("keeping owner", str(user.pk))


def tie_of(user: User, concern: Concern) -> str:
    return vault.digest("keeping", f"{user.pk} {concern.pk}")


def purpose_of(owner: str) -> str:
    return f"keeping {owner}"


def seal_concern(user: User, concern: Concern) -> bytes:
    """Which concern it is, in as many bytes for every concern, readable for this owner's row only."""
    return vault.seal(concern.pk.to_bytes(BYTES), purpose_of(owner_key(user)))


def concern_in(keeping: Keeping) -> int:
    """The id of the concern. Raises vault.Unreadable when somebody moved the row to another owner."""
    return int.from_bytes(vault.unseal(bytes(keeping.sealed), purpose_of(keeping.owner_key)))
