# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an office has many of: names, places in the tree, posts; and how it or an organisation is reached."""

import datetime as dt

from friedensplatz.directory.models import (
    Contact,
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
)
from friedensplatz.directory.parts.content import Content, fields_of, said, thing_called, write_fields
from friedensplatz.directory.shapes import OfficeContent, ReachShape
from friedensplatz.directory.tree import below
from friedensplatz.directory.values import opening, weekday_of

REACH = [name for name in ReachShape.model_fields if name != "hours"]
Dated = OfficeName | Placement | Post | Tenure


class RingInTree(ValueError):
    """An office cannot stand below itself."""


def texts_of(office: Office) -> Content:
    return fields_of(office, OfficeContent.model_fields)


def write_texts(office: Office, content: Content) -> None:
    """Another name is a correction of the one in use: a new one goes into the names."""
    write_fields(office, content)
    for name in office.names.order_by("-position", "-pk")[:1]:
        OfficeName.objects.filter(pk=name.pk).update(name=office.name)


def names_of(office: Office) -> Content:
    """Oldest first; an office nobody has told the history of has the name in use."""
    rows = sorted(office.names.all(), key=lambda row: (row.position, row.pk))
    names = [{"name": said(row.name), **_dated(row)} for row in rows]
    return {"rows": names or [{"name": said(office.name), "since": "", "until": "", "source": None}]}


def write_names(office: Office, content: Content) -> None:
    """The last name is the one in use."""
    office.names.all().delete()
    for position, row in enumerate(content["rows"]):
        OfficeName.objects.create(office=office, name=row["name"], position=position, **_told(row))
    office.name = content["rows"][-1]["name"]
    office.save()


def places_of(office: Office) -> Content:
    """Oldest first; the last one is in force."""
    rows = sorted(office.placements.all(), key=lambda row: row.pk)
    places = [{"office": row.parent.slug, **_dated(row)} for row in rows]
    if not places and office.parent:
        places = [{"office": office.parent.slug, "since": "", "until": "", "source": None}]
    return {"rows": places}


def write_places(office: Office, content: Content) -> None:
    office.placements.all().delete()
    office.parent = None
    for row in content["rows"]:
        office.parent = Office.objects.get(slug=row["office"])
        Placement.objects.create(office=office, parent=office.parent, **_told(row))
    if office.parent and office.parent.pk in below(office.pk, Office.objects.values_list("pk", "parent_id")):
        raise RingInTree(office.slug)
    office.save()


def reach_of(thing: Office | Organisation) -> Content:
    """How to reach it, with the weekly hours as “mo 09:00-12:00”."""
    contact: Contact | None = getattr(thing, "contact", None)
    if contact is None:
        return ReachShape().model_dump()
    hours = [opening(row.weekday, row.opens, row.closes) for row in contact.hours.all()]
    return {**fields_of(contact, REACH), "hours": hours}


def write_reach(thing: Office | Organisation, content: Content) -> None:
    contact = _contact(thing)
    write_fields(contact, {name: content[name] for name in REACH})
    contact.hours.all().delete()
    for one in content["hours"]:
        weekday, opens, closes = weekday_of(one)
        Hours.objects.create(contact=contact, weekday=weekday, opens=opens, closes=closes)


def closures_of(thing: Office | Organisation) -> Content:
    """Days on which the weekly hours do not hold."""
    contact: Contact | None = getattr(thing, "contact", None)
    rows = sorted(contact.exceptions.all(), key=lambda row: (row.first_day, row.pk)) if contact else []
    return {
        "rows": [fields_of(row, ("first_day", "last_day")) | _times(row) | {"note": said(row.note)} for row in rows]
    }


def write_closures(thing: Office | Organisation, content: Content) -> None:
    contact = _contact(thing)
    contact.exceptions.all().delete()
    for row in content["rows"]:
        times = {name: dt.time.fromisoformat(row[name]) if row[name] else None for name in ("opens", "closes")}
        write_fields(HoursException(contact=contact), row | times)


def posts_of(office: Office) -> Content:
    """One row for each holder of a post, or for a post nobody is named for."""
    rows: list[tuple[Post, Tenure | None]] = []
    for post in sorted(office.posts.all(), key=lambda post: (post.position, post.pk)):
        tenures = sorted(post.tenures.all(), key=lambda tenure: tenure.pk)
        rows += [(post, tenure) for tenure in tenures] or [(post, None)]
    return {
        "rows": [
            {
                "title": said(post.title),
                "honorary": post.honorary,
                "person": tenure.person.name if tenure else "",
                **_dated(tenure or post),
            }
            for post, tenure in rows
        ]
    }


def write_posts(office: Office, content: Content) -> None:
    office.posts.all().delete()
    for position, row in enumerate(content["rows"]):
        own = {} if row["person"] else _told(row)
        post = Post.objects.create(
            office=office, title=row["title"], honorary=row["honorary"], position=position, **own
        )
        if row["person"]:
            person = Person.objects.filter(name=row["person"]).first() or Person.objects.create(name=row["person"])
            Tenure.objects.create(post=post, person=person, **_told(row))


def _contact(thing: Office | Organisation) -> Contact:
    contact: Contact | None = getattr(thing, "contact", None)
    return contact or Contact.objects.create(**{thing._meta.model_name: thing})  # type: ignore[arg-type]


def _dated(row: Dated) -> Content:
    return {"since": row.since, "until": row.until, "source": row.source.slug if row.source else None}


def _told(row: Content) -> Content:
    return {"since": row["since"], "until": row["until"], "source": thing_called(Source, row["source"])}


def _times(row: HoursException) -> Content:
    return {name: f"{time:%H:%M}" if time else "" for name, time in (("opens", row.opens), ("closes", row.closes))}
