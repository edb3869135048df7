# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing on a concern's timeline."""

from friedensplatz.accounts.models import User
from friedensplatz.concerns.models import Concern, Entry, Visibility
from friedensplatz.directory.models import Office


def write_entry(
    concern: Concern,
    kind: Entry.Kind,
    text: str,
    *,
    by: User | None = None,
    inside: bool = False,
    office: Office | None = None,
) -> Entry:
    """Store an entry; of a colleague for the office that answers, or for `office`; `inside` hides it from the person."""
    entry = Entry(
        concern=concern,
        kind=kind,
        visibility=Visibility.OFFICE if inside else Visibility.PERSON,
        author=by,
        office=(office or concern.office) if by else None,
        language=concern.language,
    )
    entry.write(text)
    entry.save()
    return entry
