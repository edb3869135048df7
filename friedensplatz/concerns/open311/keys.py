# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keys of programs: made and revoked by administrators, each good for a number of concerns an hour."""

import datetime as dt
import secrets

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import ApiKey
from friedensplatz.core import vault

PURPOSE = "open311"
AN_HOUR = dt.timedelta(hours=1)


class TooMany(Exception):
    """This key was used too often in this hour."""


@transaction.atomic
def make_key(key: ApiKey, *, by: User) -> str:
    """Store a new key's row; returns the key, which is stored nowhere."""
    secret = secrets.token_urlsafe(24)
    key.digest, key.made_by = vault.digest(PURPOSE, secret), by
    key.save()
    record(key, "key_made", actor=by)
    return secret


@transaction.atomic
def revoke_key(key: ApiKey, *, by: User) -> None:
    """It opens nothing any more; a second time changes nothing."""
    if ApiKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now()):
        record(key, "key_revoked", actor=by)


def key_of(secret: str) -> ApiKey | None:
    """The row of a key that was not revoked."""
    return ApiKey.objects.filter(digest=vault.digest(PURPOSE, secret), revoked_at=None).first()


def count_use(key: ApiKey) -> None:
    """Note that a key hands in once more; raises TooMany. Right also when many come at once."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    rows = ApiKey.objects.filter(pk=key.pk)
    rows.exclude(hour=hour).update(hour=hour, used=0)
    if not rows.filter(used__lt=settings.OPEN311_PER_HOUR).update(used=F("used") + 1):
        raise TooMany
