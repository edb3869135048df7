# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import time

from django.core.files.storage import default_storage
from django.utils import timezone

from friedensplatz.assets.actions import warn_owner
from friedensplatz.assets.models import FOLDER, Asset, Replaced, folder_of
from friedensplatz.assets.preparing import prepare_next
from friedensplatz.assets.queries import expiring
from friedensplatz.core.jobs import job

SECONDS_AT_ONCE = 2
WARNINGS = (30, 7, 0)
ORPHAN_AGE = dt.timedelta(days=1)


@job(every=dt.timedelta(seconds=3))
def prepare_pictures(now: dt.datetime) -> int:
    """Draw the sizes and formats of new pictures, for a short while at a time so that mails need not wait."""
    until = time.monotonic() + SECONDS_AT_ONCE
    drawn = 0
    while prepare_next():
        drawn += 1
        if time.monotonic() >= until:
            break
    return drawn


@job(every=dt.timedelta(hours=1))
def warn_of_ending_licences(now: dt.datetime) -> int:
    """Tell the owners 30 and 7 days before a licence ends, and when it has ended."""
    today = timezone.localdate(now)
    warned = 0
    for asset in expiring(today + dt.timedelta(days=max(WARNINGS))).exclude(warned=0):
        left = (asset.licence_until - today).days  # type: ignore[operator]
        warned += warn_owner(asset, 0 if left < 0 else min(days for days in WARNINGS if days and days >= left))
    return warned


@job(every=dt.timedelta(days=1))
def remove_unnamed_files(now: dt.datetime) -> int:
    """Remove files no row names: copies drawn anew since, deleted assets, what a crash has left."""
    if not default_storage.exists(FOLDER):
        return 0
    removed = 0
    for shelf in default_storage.listdir(FOLDER)[0]:
        for stamp in default_storage.listdir(f"{FOLDER}/{shelf}")[0]:
            removed += _tidy(stamp, now - ORPHAN_AGE)
    return removed


def _tidy(stamp: str, before: dt.datetime) -> int:
    if Asset.objects.filter(stamp=stamp).exists():
        return 0
    folder = folder_of(stamp)
    names = {f"{folder}/{name}" for name in default_storage.listdir(folder)[1]}
    kept = {
        name
        for model in (Asset, Replaced)
        for name in model.objects.filter(file__in=names).values_list("file", flat=True)
    }
    old = [name for name in names - kept if default_storage.get_modified_time(name) < before]
    for name in old:
        default_storage.delete(name)
    return len(old)
