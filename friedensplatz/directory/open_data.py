# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What of the directory anybody may take along: all of it, with every text in every language."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.addresses import absolute
from friedensplatz.core.datasets import Row, dataset
from friedensplatz.core.linked import Node
from friedensplatz.directory.linked import office_nodes, organisation_node
from friedensplatz.directory.models import Audience, Contact, District, Duty, Office, Organisation, Topic
from friedensplatz.directory.queries import duties_matching, offices_open_to_people, the_city
from friedensplatz.directory.timetables import UNKNOWN, Timetable, Timetables, timetables

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
CONTACT = ("street", "postcode", "locality", "room", "phone", "email", "website", "languages", "step_free")


class Slugs(Protocol):
    """A relation to things with slugs."""

    def all(self) -> Iterable[Any]: ...


def linked_offices() -> Iterator[Node]:
    """Every office of today with what it does."""
    city, times = the_city(), timetables()
    for office in _offices():
        contact, hours = _reached(office, times)
        yield from office_nodes(office, contact=contact, hours=hours, duties=office.duties.all(), posts=[], city=city)


def linked_organisations() -> Iterator[Node]:
    """Everybody who is not an office."""
    times = timetables()
    for one in _organisations():
        contact, hours = _reached(one, times)
        yield organisation_node(one, contact=contact, hours=hours)


@dataset(
    "offices",
    title=_("Offices of the city"),
    about=_("Who in the city administration helps with what, how they are reached and when they are open."),
    dated=Office,
    linked=linked_offices,
)
def offices() -> Iterator[Row]:
    times = timetables()
    for office in _offices():
        yield {
            "id": office.slug,
            "kind": office.kind,
            "name": office.name,
            "short": office.short,
            "parent": office.parent.slug if office.parent else "",
            "summary": office.summary,
            **_contact(office, times),
            "topics": _slugs(office.topics),
            "audiences": _slugs(office.audiences),
            **_told(office),
        }


@dataset(
    "duties",
    title=_("What offices and organisations help with"),
    about=_("Each matter with the office or organisation that answers for it, for whom and where."),
    dated=Duty,
)
def duties() -> Iterator[Row]:
    for duty in duties_matching().order_by("slug"):
        yield {
            "id": duty.slug,
            "office": duty.office.slug if duty.office else "",
            "organisation": duty.organisation.slug if duty.organisation else "",
            "title": duty.title,
            "summary": duty.summary,
            "channels": duty.channels,
            **{field: _slugs(getattr(duty, field)) for field in ("topics", "audiences", "districts")},
            "changed_at": duty.changed_at.isoformat(timespec="seconds"),
        }


@dataset(
    "organisations",
    title=_("Organisations in the city"),
    about=_("Clubs, advisory bodies, networks, partners and helplines beside the city administration."),
    dated=Organisation,
    linked=linked_organisations,
)
def organisations() -> Iterator[Row]:
    times = timetables()
    for one in _organisations():
        own = {"phone": one.phone, "website": one.website}
        contact = _contact(one, times)
        yield {
            "id": one.slug,
            "kind": one.kind,
            "name": one.name,
            "summary": one.summary,
            **contact,
            **{field: contact[field] or value for field, value in own.items()},
            "topics": _slugs(one.topics),
            "audiences": _slugs(one.audiences),
            **_told(one),
        }


@dataset("topics", title=_("Topics"), about=_("What things are about, from wide to narrow."))
def topics() -> Iterator[Row]:
    for topic in Topic.objects.select_related("parent").order_by("slug"):
        yield {"id": topic.slug, "name": topic.name, "parent": topic.parent.slug if topic.parent else ""}


@dataset("audiences", title=_("Audiences"), about=_("Whom things are for."))
def audiences() -> Iterator[Row]:
    yield from ({"id": one.slug, "name": one.name} for one in Audience.objects.order_by("slug"))


@dataset("districts", title=_("City districts"), about=_("The parts of the city with a council of their own."))
def districts() -> Iterator[Row]:
    yield from ({"id": one.slug, "number": one.number, "name": one.name} for one in District.objects.all())


def _offices() -> QuerySet[Office]:
    rows = offices_open_to_people().select_related("contact", "parent", "image").order_by("slug")
    return rows.prefetch_related("duties", "topics", "audiences")


def _organisations() -> QuerySet[Organisation]:
    rows = Organisation.objects.select_related("contact", "image").order_by("slug")
    return rows.prefetch_related("topics", "audiences")


def _reached(thing: Office | Organisation, times: Timetables) -> tuple[Contact | None, Timetable]:
    contact: Contact | None = getattr(thing, "contact", None)
    return contact, times.get(contact.pk, UNKNOWN) if contact else UNKNOWN


def _contact(thing: Office | Organisation, times: Timetables) -> Row:
    """How somebody is reached; `invented` names the fields that no source gives."""
    contact, hours = _reached(thing, times)
    contact = contact or Contact()
    known = {field: getattr(contact, field) for field in CONTACT}
    return {**known, "opening_hours": _opening_hours(hours), "invented": contact.invented}


def _opening_hours(hours: Timetable) -> str:
    """The weekly hours as OpenStreetMap writes them: `Mo 09:00-12:00,14:00-16:00; Tu 09:00-12:00`."""
    days = []
    for day, spans in sorted(hours.week.items()):
        times = ",".join(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in spans)
        days.append(f"{DAYS[day]} {times}")
    return "; ".join(days)


def _told(thing: Office | Organisation) -> Row:
    page = absolute(reverse(f"{thing._meta.model_name}_page", args=[thing.slug]))
    return {"url": page, "changed_at": thing.changed_at.isoformat(timespec="seconds")}


def _slugs(things: Slugs) -> list[str]:
    return sorted(thing.slug for thing in things.all())
