# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Sequence

from friedensplatz.assets.queries import asset_by_slug
from friedensplatz.core.loading import Shape
from friedensplatz.directory import shapes
from friedensplatz.directory.loading.links import write_link
from friedensplatz.directory.loading.rows import Rows
from friedensplatz.directory.models import Audience, Contact, District, Duty, Office, Organisation, Source, Topic
from friedensplatz.directory.parts.registry import PARTS


def write_office(shape: shapes.OfficeShape, rows: Rows) -> None:
    """An office with its names, posts, contact and duties; its parts are written anew. It may be written."""
    office = rows.keep(
        Office,
        shape.slug,
        kind=shape.kind,
        name=shape.names[-1].name,
        short=shape.short,
        summary=shape.summary,
        text=shape.text,
        source=rows.get(Source, shape.source),
        image=asset_by_slug(shape.image or ""),
        takes_concerns=shape.takes_concerns and bool(shape.duties),
        review_by=shape.review_by,
    )
    if office is None:
        return
    office.topics.set(rows.many(Topic, shape.topics))
    office.audiences.set(rows.many(Audience, shape.audiences))
    _write_part(office, "names", shape.names)
    _write_part(office, "posts", shape.posts)
    write_contact(office, shape.contact)
    for number, duty in enumerate(shape.duties):
        _write_duty(office, duty, number, rows)


def write_parents(shape: shapes.OfficeShape) -> None:
    """The office's place in the tree through the years; the last one is in force."""
    _write_part(Office.objects.get(slug=shape.slug), "places", shape.parents)


def write_office_links(shape: shapes.OfficeShape, rows: Rows) -> None:
    office, source = rows.get(Office, shape.slug), rows.get(Source, shape.source)
    for end in (rows.either(slug, Office, Organisation) for slug in shape.works_with):
        if office and end:
            write_link(office, "works_with", end, source=source)


def write_contact(office: Office, shape: shapes.ContactShape | None) -> None:
    """How the office is reached, with weekly hours and exceptions, written anew."""
    Contact.objects.filter(office=office).delete()
    office.refresh_from_db()
    if shape is not None:
        PARTS["contact"].write(office, shape.model_dump(mode="json", exclude={"exceptions"}))
        PARTS["closures"].write(
            office, {"rows": [one.model_dump(mode="json", exclude={"closed"}) for one in shape.exceptions]}
        )


def _write_part(office: Office, part: str, rows: Sequence[Shape]) -> None:
    PARTS[part].write(office, {"rows": [row.model_dump(mode="json") for row in rows]})


def _write_duty(office: Office, shape: shapes.DutyShape, number: int, rows: Rows) -> None:
    duty = rows.keep(
        Duty,
        shape.slug,
        office=office,
        organisation=None,
        title=shape.title,
        summary=shape.summary,
        channels=shape.channels,
        position=number,
    )
    if duty is None or not rows.may_write(Duty, shape.slug):
        return
    duty.topics.set(rows.many(Topic, shape.topics))
    duty.audiences.set(rows.many(Audience, shape.audiences))
    duty.districts.set(rows.many(District, shape.districts))
