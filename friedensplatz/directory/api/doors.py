# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Offices and organisations for programs: all of it is public, and texts come in every language they exist in."""

import datetime as dt

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import AwareDatetime

from friedensplatz.core.listing import slice_of
from friedensplatz.directory.models import Contact, Office, Organisation, Source
from friedensplatz.directory.opening import opening_of
from friedensplatz.directory.queries import offices_for_programs, organisations_matching
from friedensplatz.directory.timetables import UNKNOWN, Timetables, timetables
from friedensplatz.directory.values import Asked

PAGE = 50
router = Router(tags=["directory"])
Texts = dict[str, str]


class SourceOut(Schema):
    """Where a fact comes from; `date` is a year, a month or a day."""

    title: str
    date: str


class NameOut(Schema):
    """A name with the years a source gives; the last one of an office is in use."""

    name: Texts
    since: str
    until: str


class HoursOut(Schema):
    """`weekday` 0 = Monday; times in the city's time zone."""

    weekday: int
    opens: dt.time
    closes: dt.time


class ContactOut(Schema):
    """How somebody is reached; `invented` names the fields that no source gives."""

    street: str
    postcode: str
    locality: str
    room: str
    phone: str
    email: str
    website: str
    languages: list[str]
    step_free: bool | None
    by_appointment: bool
    hours: list[HoursOut]
    open_now: bool
    next_opening: dt.datetime | None
    invented: list[str]


class DutyEntry(Schema):
    id: str
    title: Texts
    summary: Texts
    channels: list[str]


class OfficeEntry(Schema):
    """`id` is stable over renamings; `parent` is the office above; `closed_on` is set for one that is no more."""

    id: str
    kind: str
    names: list[NameOut]
    short: str
    parent: str | None
    summary: Texts
    text: Texts
    contact: ContactOut | None
    duties: list[DutyEntry]
    takes_concerns: bool
    closed_on: dt.date | None
    source: SourceOut | None
    changed_at: dt.datetime
    url: str


class OrganisationEntry(Schema):
    id: str
    kind: str
    name: Texts
    summary: Texts
    phone: str
    website: str
    contact: ContactOut | None
    source: SourceOut | None
    changed_at: dt.datetime
    url: str


class Offices(Schema):
    """One page; `next` is the mark for the parameter `after` of the following one, empty on the last."""

    items: list[OfficeEntry]
    next: str


class Organisations(Schema):
    """One page; `next` is the mark for the parameter `after` of the following one, empty on the last."""

    items: list[OrganisationEntry]
    next: str


class OfficeChoice(Schema):
    """Slugs, and the moment since which it changed; empty = all."""

    topic: Asked = ""
    audience: Asked = ""
    district: Asked = ""
    changed_since: AwareDatetime | None = None


class OrganisationChoice(Schema):
    """A kind, the slugs of a topic and an audience, and the moment since which it changed; empty = all."""

    kind: Asked = ""
    topic: Asked = ""
    audience: Asked = ""
    changed_since: AwareDatetime | None = None


@router.get("/offices", response=Offices, summary="Offices of today, current and former names")
def offices(request: HttpRequest, choice: Query[OfficeChoice], after: str = "") -> Offices:
    page = slice_of(offices_for_programs(**choice.dict()), ["slug"], after=after, size=PAGE)
    times = timetables()
    return Offices(items=[_office(request, office, times) for office in page.rows], next=page.after)


@router.get("/offices/{slug:slug}", response=OfficeEntry, summary="One office, also one that is no more")
def office(request: HttpRequest, slug: str) -> OfficeEntry:
    return _office(request, get_object_or_404(offices_for_programs(also_closed=True), slug=slug), timetables())


@router.get("/organisations", response=Organisations, summary="Organisations beside the city administration")
def organisations(request: HttpRequest, choice: Query[OrganisationChoice], after: str = "") -> Organisations:
    rows = organisations_matching(**choice.dict()).select_related("source", "contact")
    page = slice_of(rows, ["slug"], after=after, size=PAGE)
    times = timetables()
    return Organisations(items=[_organisation(request, one, times) for one in page.rows], next=page.after)


@router.get("/organisations/{slug:slug}", response=OrganisationEntry, summary="One organisation")
def organisation(request: HttpRequest, slug: str) -> OrganisationEntry:
    found = get_object_or_404(Organisation.objects.select_related("source", "contact"), slug=slug)
    return _organisation(request, found, timetables())


def _office(request: HttpRequest, office: Office, times: Timetables) -> OfficeEntry:
    names = [NameOut(name=one.name, since=one.since, until=one.until) for one in office.names.all()]
    duties = [
        DutyEntry(id=duty.slug, title=duty.title, summary=duty.summary, channels=duty.channels)
        for duty in office.duties.all()
    ]
    return OfficeEntry(
        id=office.slug,
        kind=office.kind,
        names=names or [NameOut(name=office.name, since="", until="")],
        short=office.short,
        parent=office.parent.slug if office.parent else None,
        summary=office.summary,
        text=office.text,
        contact=_contact(office, times),
        duties=duties,
        takes_concerns=office.takes_concerns,
        closed_on=office.closed_on,
        source=_source(office.source),
        changed_at=office.changed_at,
        url=request.build_absolute_uri(reverse("office_page", args=[office.slug])),
    )


def _organisation(request: HttpRequest, organisation: Organisation, times: Timetables) -> OrganisationEntry:
    return OrganisationEntry(
        id=organisation.slug,
        kind=organisation.kind,
        name=organisation.name,
        summary=organisation.summary,
        phone=organisation.phone,
        website=organisation.website,
        contact=_contact(organisation, times),
        source=_source(organisation.source),
        changed_at=organisation.changed_at,
        url=request.build_absolute_uri(reverse("organisation_page", args=[organisation.slug])),
    )


def _contact(thing: Office | Organisation, times: Timetables) -> ContactOut | None:
    contact: Contact | None = getattr(thing, "contact", None)
    if contact is None:
        return None
    opening, week = opening_of(contact, times), times.get(contact.pk, UNKNOWN).week
    own = ("street", "postcode", "locality", "room", "phone", "email", "website", "languages", "step_free")
    return ContactOut(
        **{field: getattr(contact, field) for field in (*own, "by_appointment", "invented")},
        hours=[HoursOut(weekday=day, opens=opens, closes=closes) for day in week for opens, closes in week[day]],
        open_now=opening.is_open,
        next_opening=opening.next_opening,
    )


def _source(source: Source | None) -> SourceOut | None:
    return SourceOut(title=source.title, date=source.date) if source else None
