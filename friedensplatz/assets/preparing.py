# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Drawing the copies of a picture that are shown, off the request."""

import secrets
from typing import BinaryIO, cast

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import F

from friedensplatz.assets.actions import mark_prepared
from friedensplatz.assets.intake.pictures import all_copies
from friedensplatz.assets.intake.reading import FORMATS
from friedensplatz.assets.models import Asset, folder_of
from friedensplatz.core.files import keep_durably
from friedensplatz.core.uploads.refused import Refused

MOST_TRIES = 3


def prepare_next() -> bool:
    """Draw all copies of the picture that waits longest; False when none waits.

    The try is counted first: a picture that kills its worker is given up after three.
    """
    asset = Asset.objects.filter(state=Asset.State.WAITING).order_by("tries", "pk").first()
    if asset is None:
        return False
    waiting = Asset.objects.filter(pk=asset.pk, state=Asset.State.WAITING)
    if asset.tries >= MOST_TRIES:
        waiting.update(state=Asset.State.FAILED)
        return True
    waiting.update(tries=F("tries") + 1)
    try:
        prepare(asset)
    except (Refused, FileNotFoundError):
        waiting.update(state=Asset.State.FAILED)
    return True


def prepare(asset: Asset) -> bool:
    """Draw all copies into a new folder, and then show them; False when the asset changed meanwhile."""
    stamp = secrets.token_hex(16)
    renditions: dict[str, dict[str, list[list[int]]]] = {}
    with default_storage.open(asset.file) as file:
        for copy in all_copies(cast(BinaryIO, file), FORMATS[asset.ending], (asset.focal_x, asset.focal_y)):
            keep_durably(f"{folder_of(stamp)}/{copy.name}", ContentFile(copy.data))
            renditions.setdefault(copy.shape, {}).setdefault(copy.ending, []).append([copy.width, copy.height])
    return mark_prepared(asset, stamp, renditions)
