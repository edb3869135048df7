# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The parts of an office: texts, names, place in the tree, contact, posts."""

import datetime as dt

from django.db.models import Model, QuerySet

from friedensplatz.directory.models import (
    Audience,
    Contact,
    Hours,
    HoursException,
    Office,
    OfficeName,
    Person,
    Placement,
    Post,
    Source,
    Tenure,
    Topic,
)
from friedensplatz.directory.parts.content import Content, said
from friedensplatz.directory.tree import below

CONTACT_FIELDS = (
    "street",
    "postcode",
    "locality",
    "room",
    "phone",
    "email",
    "website",
    "languages",
    "step_free",
    "by_appointment",
)


class RingInTree(ValueError):
    """An office cannot stand below itself."""


def texts_of(office: Office) -> Content:
    return {
        "short": office.short,
        "takes_concerns": office.takes_concerns,
        "summary": said(office.summary),
        "text": said(office.text),
        "topics": slugs(office.topics.all()),
        "audiences": slugs(office.audiences.all()),
    }


def write_texts(office: Office, content: Content) -> None:
    for field in ("short", "takes_concerns", "summary", "text"):
        setattr(office, field, content[field])
    office.save()
    office.topics.set(Topic.objects.filter(slug__in=content["topics"]))
    office.audiences.set(Audience.objects.filter(slug__in=content["audiences"]))


def names_of(office: Office) -> Content:
    """Oldest first; an office nobody has told the history of has the name in use."""
    rows = office.names.select_related("source").order_by("position", "pk")
    names = [
        {"name": said(row.name), "since": row.since, "until": row.until, "source": slug_of(row.source)} for row in rows
    ]
    return {"rows": names or [{"name": said(office.name), "since": "", "until": "", "source": ""}]}


def write_names(office: Office, content: Content) -> None:
    """The last name is the one in use."""
    office.names.all().delete()
    for position, row in enumerate(content["rows"]):
        dated = {"since": row["since"], "until": row["until"], "source": source_called(row["source"])}
        OfficeName.objects.create(office=office, name=row["name"], position=position, **dated)
    office.name = content["rows"][-1]["name"]
    office.save()


def places_of(office: Office) -> Content:
    """Oldest first; the last one is in force."""
    rows = office.placements.select_related("parent", "source").order_by("pk")
    places = [
        {"office": row.parent.slug, "since": row.since, "until": row.until, "source": slug_of(row.source)}
        for row in rows
    ]
    if not places and office.parent:
        places = [{"office": office.parent.slug, "since": "", "until": "", "source": ""}]
    return {"rows": places}


def write_places(office: Office, content: Content) -> None:
    office.placements.all().delete()
    office.parent = None
    for row in content["rows"]:
        office.parent = Office.objects.get(slug=row["office"])
        dated = {"since": row["since"], "until": row["until"], "source": source_called(row["source"])}
        Placement.objects.create(office=office, parent=office.parent, **dated)
    if office.parent and office.parent.pk in below(office.pk, Office.objects.values_list("pk", "parent_id")):
        raise RingInTree(office.slug)
    office.save()


def contact_of(office: Office) -> Content:
    contact = Contact.objects.filter(office=office).first() or Contact()
    hours, exceptions = (contact.hours.all(), contact.exceptions.all()) if contact.pk else ([], [])
    return {
        **{field: getattr(contact, field) for field in CONTACT_FIELDS},
        "hours": [[row.weekday, _clock(row.opens), _clock(row.closes)] for row in hours],
        "rows": [
            {
                "first_day": row.first_day.isoformat(),
                "last_day": row.last_day.isoformat(),
                "opens": _clock(row.opens),
                "closes": _clock(row.closes),
                "note": said(row.note),
            }
            for row in exceptions
        ],
    }


def write_contact(office: Office, content: Content) -> None:
    """A field that somebody changed is not an invented one any more."""
    before = contact_of(office)
    contact, _ = Contact.objects.get_or_create(office=office)
    for field in CONTACT_FIELDS:
        setattr(contact, field, content[field])
    contact.invented = [field for field in contact.invented if before.get(field) == content.get(field)]
    contact.save()
    contact.hours.all().delete()
    contact.exceptions.all().delete()
    for weekday, opens, closes in content["hours"]:
        Hours.objects.create(contact=contact, weekday=weekday, opens=_time(opens), closes=_time(closes))
    for row in content["rows"]:
        days = {name: dt.date.fromisoformat(row[name]) for name in ("first_day", "last_day")}
        times = {name: _time(row[name]) if row[name] else None for name in ("opens", "closes")}
        HoursException.objects.create(contact=contact, note=row["note"], **days, **times)


def posts_of(office: Office) -> Content:
    """One row for each holder of a post, or for a post nobody is named for."""
    posts = office.posts.prefetch_related("tenures__person", "tenures__source").select_related("source")
    rows: list[tuple[Post, Tenure | None]] = []
    for post in posts:
        tenures = list(post.tenures.all())
        rows += [(post, tenure) for tenure in tenures] or [(post, None)]
    return {
        "rows": [
            {
                "title": said(post.title),
                "honorary": post.honorary,
                "person": tenure.person.name if tenure else "",
                "since": (tenure or post).since,
                "until": (tenure or post).until,
                "source": slug_of((tenure or post).source),
            }
            for post, tenure in rows
        ]
    }


def write_posts(office: Office, content: Content) -> None:
    office.posts.all().delete()
    for position, row in enumerate(content["rows"]):
        dated = {"since": row["since"], "until": row["until"], "source": source_called(row["source"])}
        own = {} if row["person"] else dated
        post = Post.objects.create(
            office=office, title=row["title"], honorary=row["honorary"], position=position, **own
        )
        if row["person"]:
            person = Person.objects.filter(name=row["person"]).first() or Person.objects.create(name=row["person"])
            Tenure.objects.create(post=post, person=person, **dated)


def slugs(rows: QuerySet[Model]) -> list[str]:
    return sorted(rows.values_list("slug", flat=True))


def slug_of(source: Source | None) -> str:
    return source.slug if source else ""


def source_called(slug: str) -> Source | None:
    return Source.objects.get(slug=slug) if slug else None


def _clock(time: dt.time | None) -> str:
    return f"{time:%H:%M}" if time else ""


def _time(clock: str) -> dt.time:
    return dt.time.fromisoformat(clock)
