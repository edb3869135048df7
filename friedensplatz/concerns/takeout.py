# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person takes along of their concern: one JSON file that machines read, and their own files as they sent them."""

import io
import json
import zipfile
from dataclasses import asdict
from typing import Any

from friedensplatz.concerns.models import Attachment, Concern, Entry, Visibility
from friedensplatz.concerns.queries import conversation_of
from friedensplatz.core import vault


def packed(concern: Concern) -> bytes:
    """A ZIP of `concern.json` and the files of the conversation."""
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("concern.json", json.dumps(told_by(concern), ensure_ascii=False, indent=2, default=str))
            for file in Attachment.objects.filter(entry__concern=concern, entry__visibility=Visibility.PERSON):
                archive.writestr(place_of(file), vault.read_file(file.original))
        return target.getvalue()


def told_by(concern: Concern) -> dict[str, Any]:
    """Everything of the person in a concern; notes of the office are the office's own and not in it."""
    fields = ("reference", "kind", "protection", "channel", "state", "outcome", "language", "received_at", "ended_at")
    return {
        **{name: getattr(concern, name) for name in fields},
        "office": str(concern.office),
        "subject": concern.title,
        "place": concern.place,
        "particulars": concern.particulars,
        "people": [{"role": party.role, **asdict(party.person)} for party in concern.parties.all()],
        "conversation": [entry_told(entry) for entry in conversation_of(concern)],
        "consents": list(concern.consents.values("purpose", "given_at", "withdrawn_at")),
        "opinions": [
            {"at": one.at, "satisfied": one.satisfied, "reasons": one.reasons, "words": one.words}
            for one in concern.opinions.all()
        ],
        "deadlines": list(concern.deadlines.values("rule", "starts", "due", "met_at")),
    }


def entry_told(entry: Entry) -> dict[str, Any]:
    """What was written, as JSON can hold it."""
    return {
        "at": entry.at,
        "kind": entry.kind,
        "from": "person" if entry.is_from_person else str(entry.office),
        "text": entry.words,
        "files": [place_of(file) for file in entry.attachments.all()],
    }


def place_of(file: Attachment) -> str:
    """Where a file lies in the ZIP."""
    return f"files/{file.pk}-{file.name}"
