# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Threads that start at an office or organisation and end at another."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from friedensplatz.directory.models import Link, Office, Organisation, Source
from friedensplatz.directory.parts.content import Content, key_of, thing_called

ENDS: tuple[type[Model], ...] = (Office, Organisation)


def links_of(thing: Model) -> Content:
    rows = [
        {"to": link.to_thing.slug, "kind": link.relation, "source": _slug(link.source), "note": link.note}
        for link in _links(thing).order_by("pk").prefetch_related("to_thing", "source")
        if link.to_thing
    ]
    return {"rows": rows}


def write_links(thing: Model, content: Content) -> None:
    """Links to things of other kinds stay as they are; the same link twice is one."""
    _links(thing).delete()
    told = {(row["kind"], row["to"]): row for row in content["rows"]}
    for row in told.values():
        source = thing_called(Source, row["source"])
        Link.objects.create(
            from_thing=thing, relation=row["kind"], to_thing=end_called(row["to"]), source=source, note=row["note"]
        )


def end_called(slug: str) -> Any:
    """The office or else the organisation with this slug."""
    return Office.objects.filter(slug=slug).first() or Organisation.objects.get(slug=slug)


def _links(thing: Model) -> QuerySet[Link]:
    ends = ContentType.objects.get_for_models(*ENDS).values()
    return Link.objects.filter(from_type=ContentType.objects.get_for_model(thing), from_id=thing.pk, to_type__in=ends)


def _slug(source: Source | None) -> str | None:
    return key_of(source) if source else None
