# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plug: a component says in its `resealing.py` what of its rows is sealed with VAULT_KEY.

    @resealing("concern keys")
    def concern_keys() -> Iterator[Result]:
        yield from reseal_rows(Concern.objects.exclude(key=b""), "key", lambda row: PURPOSE)

`rotate_keys` walks through all of them. It may be stopped and started again: what is under the new key is passed over.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import Enum
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Model, QuerySet
from django.utils.module_loading import autodiscover_modules

from friedensplatz.core import vault
from friedensplatz.core.files import replace_durably


class Result(Enum):
    DONE = "sealed anew"
    CURRENT = "under the new key already"
    UNREADABLE = "opens with no key"


Walk = Callable[[], Iterator[Result]]
_registry: dict[str, Walk] = {}


def resealing(name: str) -> Callable[[Walk], Walk]:
    """Declare a function that seals every one of its things anew and yields what became of each."""

    def declare(walk: Walk) -> Walk:
        _registry[name] = walk
        return walk

    return declare


def everything_sealed() -> dict[str, Walk]:
    autodiscover_modules("resealing")
    return _registry


def reseal(sealed: bytes, purpose: str, keep: Callable[[bytes], object]) -> Result:
    """Give `keep` the thing under the new key, unless it is under it or opens with no key."""
    if vault.is_current(sealed, purpose):
        return Result.CURRENT
    with suppress(vault.Unreadable):
        keep(vault.seal(vault.unseal(sealed, purpose), purpose))
        return Result.DONE
    return Result.UNREADABLE


def reseal_rows(rows: QuerySet[Any], field: str, purpose: Callable[[Any], str]) -> Iterator[Result]:
    """Every row whose field is sealed; one that changes meanwhile was sealed with the new key by whoever changed it."""
    for pk in list(rows.order_by("pk").values_list("pk", flat=True)):
        if row := rows.model._default_manager.filter(pk=pk).first():
            yield _reseal_row(row, field, purpose(row))


def _reseal_row(row: Model, field: str, purpose: str) -> Result:
    former = bytes(getattr(row, field))
    same = type(row)._default_manager.filter(pk=row.pk, **{field: former})
    return reseal(former, purpose, lambda new: same.update(**{field: new}))


@resealing("files")
def files() -> Iterator[Result]:
    """Every sealed file in the storage, whichever row names it."""
    shelves = default_storage.listdir(vault.FOLDER)[0] if default_storage.exists(vault.FOLDER) else []
    for shelf in sorted(shelves):
        tokens = default_storage.listdir(f"{vault.FOLDER}/{shelf}")[1]
        for token in sorted(token for token in tokens if "." not in token):
            with suppress(FileNotFoundError):  # Deleted since the folder was listed.
                yield _reseal_file(token)


def _reseal_file(token: str) -> Result:
    place = vault.place_of(token)
    with default_storage.open(place) as file:
        sealed = file.read()
    return reseal(sealed, f"file:{token}", lambda new: replace_durably(place, ContentFile(new)))
