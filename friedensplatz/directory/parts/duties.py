# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words of people for a duty."""

from friedensplatz.directory.models import Duty, Phrasing
from friedensplatz.directory.parts.content import Content


def words_of(duty: Duty) -> Content:
    """One row for each phrasing: by kind, by language, then in their order."""
    rows = sorted(duty.phrasings.all(), key=lambda row: (row.kind, row.language, row.pk))
    return {"rows": [{"kind": row.kind, "language": row.language, "text": row.text} for row in rows]}


def write_words(duty: Duty, content: Content) -> None:
    duty.phrasings.all().delete()
    Phrasing.objects.bulk_create(Phrasing(duty=duty, **row) for row in content["rows"])
