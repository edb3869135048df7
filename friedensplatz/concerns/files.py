# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keeping and showing the files of people."""

import hashlib
from pathlib import PurePath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from friedensplatz.concerns.models import Attachment
from friedensplatz.core import vault
from friedensplatz.core.uploads.cleaning import clean
from friedensplatz.core.uploads.refused import Reason, Refused

MOST_FILES = 5
MEDIA_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
}


def keep_upload(upload: "UploadedFile[bytes]") -> Attachment:
    """Seal the original and a cleaned copy of an upload, as `keep_bytes`. Raises Refused."""
    if (upload.size or 0) > settings.UPLOAD_LIMIT:
        raise Refused(Reason.TOO_LARGE)
    return keep_bytes(upload.name or "", upload.read())


def keep_bytes(name: str, data: bytes) -> Attachment:
    """Seal the original and a cleaned copy; the row is not stored yet and names neither person nor file.

    Raises Refused. Both files are durable before a row can point to them; without one a job removes them.
    """
    cleaned = clean(name, data, limit=settings.UPLOAD_LIMIT)
    return Attachment(
        name=neutral_name(1, cleaned.type),
        type=cleaned.type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        original=vault.keep_file(data),
        copy=vault.keep_file(cleaned.copy),
    )


def shown_copy(attachment: Attachment) -> tuple[bytes, str]:
    """The cleaned copy and its media type."""
    return vault.read_file(attachment.copy), MEDIA_TYPES[attachment.type]


def neutral_name(number: int, kind: str) -> str:
    return f"{number}.{kind}"


def shown_name(name: str, kind: str) -> str:
    """The name a person gave a file, short, without path and with the ending of its content."""
    stem = PurePath(name.replace("\\", "/")).stem
    readable = "".join(c for c in stem if c.isprintable() and c not in '<>:"|?*').strip()[:80]
    return f"{readable or '1'}.{kind}"


def drop(attachments: list[Attachment]) -> None:
    """Delete rows, then the sealed files; what a crash leaves behind the orphan job removes."""
    Attachment.objects.filter(pk__in=[a.pk for a in attachments]).delete()
    for attachment in attachments:
        vault.drop_file(attachment.original)
        vault.drop_file(attachment.copy)
