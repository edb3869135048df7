# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from friedensplatz.directory.models import Link, Source


def write_link(start: Model, relation: str, end: Model, *, source: Source | None, note: str = "") -> Link:
    """One thread between two things; the same thread twice is one."""
    link, _ = Link.objects.update_or_create(
        from_type=ContentType.objects.get_for_model(start),
        from_id=start.pk,
        relation=relation,
        to_type=ContentType.objects.get_for_model(end),
        to_id=end.pk,
        defaults={"source": source, "note": note},
    )
    return link
