# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is done for people, and what it is sorted by: duties, topics, audiences, districts, UN goals."""

import datetime as dt

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import AwareDatetime

from friedensplatz.core.addresses import absolute
from friedensplatz.core.listing import slice_of
from friedensplatz.directory.models import Audience, District, Duty, Goal, Topic
from friedensplatz.directory.queries import duties_matching
from friedensplatz.directory.values import Asked

PAGE = 100
router = Router(tags=["directory"])
Texts = dict[str, str]


class DutyOut(Schema):
    """What an office or an organisation answers for; `districts` is empty when it holds in the whole city."""

    id: str
    office: str | None
    organisation: str | None
    title: Texts
    summary: Texts
    channels: list[str]
    topics: list[str]
    audiences: list[str]
    districts: list[str]
    changed_at: dt.datetime


class Duties(Schema):
    """One page; `next` is the mark for the parameter `after` of the following one, empty on the last."""

    items: list[DutyOut]
    next: str


class DutyChoice(Schema):
    """Slugs, and the moment since which it changed; empty = all."""

    office: Asked = ""
    organisation: Asked = ""
    topic: Asked = ""
    audience: Asked = ""
    district: Asked = ""
    changed_since: AwareDatetime | None = None


class SubjectOut(Schema):
    """Something things are sorted by; `id` is what other lists are narrowed down with, `parent` the wider topic."""

    id: str
    name: Texts
    parent: str | None = None
    url: str


class Subjects(Schema):
    """All of a kind."""

    items: list[SubjectOut]


@router.get("/duties", response=Duties, summary="What offices and organisations help with")
def duties(request: HttpRequest, choice: Query[DutyChoice], after: str = "") -> Duties:
    page = slice_of(duties_matching(**choice.dict()), ["slug"], after=after, size=PAGE)
    return Duties(items=[_duty(duty) for duty in page.rows], next=page.after)


@router.get("/duties/{slug:slug}", response=DutyOut, summary="One duty")
def duty(request: HttpRequest, slug: str) -> DutyOut:
    return _duty(get_object_or_404(duties_matching(), slug=slug))


@router.get("/topics", response=Subjects, summary="What things are about")
def topics(request: HttpRequest) -> Subjects:
    rows = Topic.objects.select_related("parent").order_by("slug")
    return Subjects(items=[_subject(one, one.slug, one.parent.slug if one.parent else None) for one in rows])


@router.get("/audiences", response=Subjects, summary="Whom things are for")
def audiences(request: HttpRequest) -> Subjects:
    return Subjects(items=[_subject(one, one.slug) for one in Audience.objects.order_by("slug")])


@router.get("/districts", response=Subjects, summary="Parts of the city, by number")
def districts(request: HttpRequest) -> Subjects:
    return Subjects(items=[_subject(one, one.slug) for one in District.objects.order_by("number")])


@router.get("/goals", response=Subjects, summary="The sustainable development goals of the United Nations")
def goals(request: HttpRequest) -> Subjects:
    return Subjects(items=[_subject(one, str(one.number)) for one in Goal.objects.order_by("number")])


def _duty(duty: Duty) -> DutyOut:
    return DutyOut(
        id=duty.slug,
        office=duty.office.slug if duty.office else None,
        organisation=duty.organisation.slug if duty.organisation else None,
        title=duty.title,
        summary=duty.summary,
        channels=duty.channels,
        topics=sorted(one.slug for one in duty.topics.all()),
        audiences=sorted(one.slug for one in duty.audiences.all()),
        districts=sorted(one.slug for one in duty.districts.all()),
        changed_at=duty.changed_at,
    )


def _subject(subject: Topic | Audience | District | Goal, key: str, parent: str | None = None) -> SubjectOut:
    page = absolute(reverse(f"{subject._meta.model_name}_page", args=[key]))
    return SubjectOut(id=key, name=subject.name, parent=parent, url=page)
