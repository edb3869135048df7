# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changes that were made together and can be undone together, by a signed mark that names them."""

from collections.abc import Iterable

from django.core import signing

from friedensplatz.accounts.models import User
from friedensplatz.activity.models import Activity
from friedensplatz.directory.actions import ChangedMeanwhile, undo_change

SALT = "directory.batches"


class Forged(Exception):
    """No mark of this house."""


def mark_of(changes: Iterable[Activity | None], *, back: str) -> str:
    """Names changes and the address to return to after they were undone."""
    return signing.dumps([back, [change.pk for change in changes if change]], salt=SALT, compress=True)


def undo_together(mark: str, *, by: User) -> tuple[int, int, str]:
    """Undo the newest first: how many were undone, how many stay because somebody changed them again, the way back."""
    try:
        back, keys = signing.loads(mark, salt=SALT)
    except signing.BadSignature:
        raise Forged from None
    undone = sum(_undo(change, by=by) for change in Activity.objects.filter(pk__in=keys).order_by("-pk"))
    return undone, len(keys) - undone, back


def _undo(change: Activity, *, by: User) -> bool:
    thing = change.thing
    if thing is None or not by.has_perm(f"directory.change_{thing._meta.model_name}", thing):
        return False
    try:
        undo_change(change, by=by)
    except ChangedMeanwhile:
        return False
    return True
