# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that lie on the disk, and not only in its cache, before a row names them."""

import os
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage


def keep_durably(name: str, content: "File[Any]") -> str:
    """Write a file into the media storage and return its name, which differs when that one was taken."""
    kept = default_storage.save(name, content)
    _sync(kept)
    return kept


def replace_durably(name: str, content: "File[Any]") -> None:
    """Put new content in the place of a file, so that at any moment there is the old one whole or the new one whole."""
    try:
        place = default_storage.path(name)
    except NotImplementedError:
        default_storage.delete(name)
        default_storage.save(name, content)
        return
    os.replace(default_storage.path(keep_durably(f"{name}.new", content)), place)
    _sync(name)


def _sync(name: str) -> None:
    try:
        path = default_storage.path(name)
    except NotImplementedError:
        return  # A storage without paths (S3) is durable when `save` returns.
    folder = os.path.dirname(path)
    for part in (path, folder, os.path.dirname(folder)):
        handle = os.open(part, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
