# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction

from friedensplatz.accounts.adapter import SECOND_FACTOR
from friedensplatz.core.rotation import Result, reseal, resealing

SECRETS = ("secret", "seed")
"""What allauth keeps encrypted in the data of an authenticator app and of recovery codes."""


@resealing("second factors")
def second_factors() -> Iterator[Result]:
    for pk in list(Authenticator.objects.order_by("pk").values_list("pk", flat=True)):
        yield from _reseal(pk)


@transaction.atomic
def _reseal(pk: int) -> list[Result]:
    """The row is locked: a recovery code that is used meanwhile must stay used."""
    row = Authenticator.objects.select_for_update().filter(pk=pk).first()
    results = [_reseal_secret(row.data, name) for name in SECRETS if name in row.data] if row else []
    if row and Result.DONE in results:
        row.save(update_fields=["data"])
    return results


def _reseal_secret(data: dict[str, Any], name: str) -> Result:
    def keep(new: bytes) -> None:
        data[name] = new.hex()

    return reseal(bytes.fromhex(data[name]), SECOND_FACTOR, keep)
