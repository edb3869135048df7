# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A concern as an archive takes it in: a ZIP whose parts docs/standards.md describes."""

import hashlib
import io
import json
import zipfile
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import override

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Attachment, Concern, Entry
from friedensplatz.concerns.takeout import entry_told, place_of, told_by
from friedensplatz.core import vault
from friedensplatz.core.papers.files import Section, set_file
from friedensplatz.directory.queries import the_city

FORMAT = "friedensplatz-archive-1"


@transaction.atomic
def pack_for_archive(concern: Concern, *, by: User) -> bytes:
    """`metadata.json`, `timeline.pdf` (PDF/UA-1) and the cleaned copies of all files, with notes of the office."""
    entries = list(concern.entries.order_by("pk").select_related("author", "office").prefetch_related("attachments"))
    copies = {place_of(file): vault.read_file(file.copy) for file in Attachment.objects.filter(entry__in=entries)}
    metadata = {
        "format": FORMAT,
        "isad_g": isad(concern, len(entries), len(copies)),
        "concern": told_by(concern) | {"conversation": [entry_told(entry) for entry in entries]},
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in copies.items()},
    }
    with override(settings.LANGUAGE_CODE), io.BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("metadata.json", json.dumps(metadata, ensure_ascii=False, indent=2, default=str))
            sections = [_section(entry) for entry in entries]
            archive.writestr(
                "timeline.pdf", set_file(concern.title, sections, author=the_city().full_name, foot=concern.reference)
            )
            for name, content in copies.items():
                archive.writestr(name, content)
        record(concern, "packed", actor=by)
        return target.getvalue()


def isad(concern: Concern, entries: int, files: int) -> dict[str, Any]:
    """Elements of the General International Standard Archival Description, ISAD(G) 2nd edition, by their numbers."""
    ended = concern.ended_at.date() if concern.ended_at else ""
    return {
        "3.1.1 reference code": concern.reference,
        "3.1.2 title": concern.title,
        "3.1.3 dates": f"{concern.received_at.date()}/{ended}",
        "3.1.4 level of description": "file",
        "3.1.5 extent": {"entries": entries, "files": files},
        "3.2.1 name of creator": str(concern.office),
        "3.4.3 language": concern.language,
    }


def _section(entry: Entry) -> Section:
    at = date_format(localtime(entry.at), "DATETIME_FORMAT")
    who = str(entry.author or entry.office or "")
    return Section(" · ".join(filter(None, (at, str(entry.get_kind_display()), who))), text=entry.words)
