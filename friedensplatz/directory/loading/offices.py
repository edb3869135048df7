# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from friedensplatz.directory.loading import shapes
from friedensplatz.directory.loading.links import write_link
from friedensplatz.directory.loading.rows import Rows
from friedensplatz.directory.models import (
    Audience,
    Contact,
    District,
    Duty,
    Hours,
    HoursException,
    Office,
    OfficeName,
    Organisation,
    Person,
    Placement,
    Post,
    Source,
    Tenure,
    Topic,
)


def write_office(shape: shapes.OfficeShape, rows: Rows) -> None:
    """An office with its names, posts, contact and duties; its parts are written anew."""
    office = rows.keep(
        Office,
        shape.slug,
        kind=shape.kind,
        name=shape.names[-1].name,
        short=shape.short,
        summary=shape.summary,
        text=shape.text,
        source=rows.get(Source, shape.source),
        takes_concerns=shape.takes_concerns and bool(shape.duties),
    )
    office.topics.set(rows.many(Topic, shape.topics))
    office.audiences.set(rows.many(Audience, shape.audiences))
    office.names.all().delete()
    OfficeName.objects.bulk_create(
        OfficeName(
            office=office,
            name=one.name,
            since=one.since,
            until=one.until,
            source=rows.get(Source, one.source),
            position=number,
        )
        for number, one in enumerate(shape.names)
    )
    write_contact(office, shape.contact)
    _write_posts(office, shape.posts, rows)
    for number, duty in enumerate(shape.duties):
        _write_duty(office, duty, number, rows)


def write_parents(shape: shapes.OfficeShape, rows: Rows) -> None:
    """The office's place in the tree through the years; the last one is in force."""
    office = rows.must(Office, shape.slug)
    office.placements.all().delete()
    for one in shape.parents:
        parent = rows.must(Office, one.office)
        source = rows.get(Source, one.source)
        Placement.objects.create(office=office, parent=parent, since=one.since, until=one.until, source=source)
    office.parent = rows.get(Office, shape.parents[-1].office) if shape.parents else None
    office.save(update_fields=["parent"])


def write_office_links(shape: shapes.OfficeShape, rows: Rows) -> None:
    office, source = rows.must(Office, shape.slug), rows.get(Source, shape.source)
    for slug in shape.works_with:
        write_link(office, "works_with", rows.either(slug, Office, Organisation), source=source)


def write_contact(office: Office, shape: shapes.ContactShape | None) -> None:
    """How the office is reached, with weekly hours and exceptions, written anew."""
    Contact.objects.filter(office=office).delete()
    if shape is None:
        return
    own = shape.model_dump(exclude={"hours", "exceptions"})
    contact = Contact.objects.create(office=office, **own)
    for opening in shape.hours:
        weekday, opens, closes = shapes.weekday_of(opening)
        Hours.objects.create(contact=contact, weekday=weekday, opens=opens, closes=closes)
    for one in shape.exceptions:
        HoursException.objects.create(contact=contact, first_day=one.first_day, last_day=one.last_day, note=one.note)


def _write_posts(office: Office, posts: list[shapes.PostShape], rows: Rows) -> None:
    office.posts.all().delete()
    for number, shape in enumerate(posts):
        dated = {"since": shape.since, "until": shape.until, "source": rows.get(Source, shape.source)}
        own = {} if shape.person else dated
        post = Post.objects.create(office=office, title=shape.title, honorary=shape.honorary, position=number, **own)
        if shape.person:
            person, _ = Person.objects.get_or_create(name=shape.person)
            Tenure.objects.create(post=post, person=person, **dated)


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
    duty.topics.set(rows.many(Topic, shape.topics))
    duty.audiences.set(rows.many(Audience, shape.audiences))
    duty.districts.set(rows.many(District, shape.districts))
