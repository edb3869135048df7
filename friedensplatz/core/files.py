# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that lie on the disk, and not only in its cache, before a row names them; and files nobody has looked into."""

import os
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.utils.http import content_disposition_header


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


def unseen_file(name: str, data: bytes) -> HttpResponse:
    """What may do harm, to be saved only: no browser shows it, guesses its type or runs anything in it."""
    response = HttpResponse(data, content_type="application/octet-stream")
    shown = "".join(letter for letter in name if letter.isprintable())
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=shown) or "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
