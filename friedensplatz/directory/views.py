# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory as residents see it. Every page is the same for everybody."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from friedensplatz.core.caching import public_page, remembered
from friedensplatz.core.languages import EASY
from friedensplatz.core.listing import slice_of
from friedensplatz.directory.forms.filters import OfficeFilter, OrganisationFilter
from friedensplatz.directory.gathering import more_about
from friedensplatz.directory.history import history_of
from friedensplatz.directory.linked import district_node, office_nodes, organisation_node
from friedensplatz.directory.models import Audience, Contact, District, Duty, Goal, Office, Organisation, Topic
from friedensplatz.directory.opening import opening_of, week_of
from friedensplatz.directory.queries import (
    around,
    duties_about,
    duties_limited_to,
    offices_for_list,
    offices_for_pages,
    organisations_matching,
    subjects_of,
    subjects_to_choose,
    the_city,
)
from friedensplatz.directory.threads import successors, threads_of
from friedensplatz.directory.timetables import UNKNOWN, Timetable, timetables
from friedensplatz.directory.tree import tree_of
from friedensplatz.search.queries import Shelf, key_of, shelves

TELLS_THE_TIME = 60
# Things of one kind on a page that gathers them, and when all of a kind are asked for.
SHELF, MOST_AT_ONCE = 9, 500


@require_safe
@public_page(seconds=TELLS_THE_TIME, parameters=("topic", "audience", "district", "open"))
def office_list(request: HttpRequest) -> HttpResponse:
    """All doors as a tree of words, narrowed down by what somebody looks for."""
    form = OfficeFilter(request.GET, subjects_to_choose(Topic, Audience, District))
    wanted = form.chosen
    only_open = wanted.pop("open", False)
    branches = tree_of(offices_for_list(**wanted), only_open=only_open)
    return render(request, "directory/office_list.html", {"form": form, "branches": branches})


@require_safe
@public_page(seconds=TELLS_THE_TIME, parameters=("text", "all"))
def office_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Who an office is, when it is open, what it does, what belongs to it; `?text=easy` in easy language."""
    office = get_object_or_404(offices_for_pages(), slug=slug)
    contact, hours = _contact_and_hours(office)
    threads, history, duties = threads_of(office), history_of(office), office.duties.all()
    easy = request.GET.get("text") == EASY and bool(office.text.get(EASY) or office.summary.get(EASY))
    context = {
        "office": office,
        "easy": easy,
        "text_language": EASY if easy else None,
        "duties": duties,
        "history": history,
        "threads": threads,
        "successors": successors(threads),
        "around": around(office),
        "shelves": _shelves(request, "office", slug, "office", "organisation"),
        "linked": office_nodes(
            office,
            contact=contact,
            hours=hours,
            duties=duties,
            posts=history.posts,
            city=remembered("city", the_city),
        ),
    }
    return render(request, "directory/office_page.html", context | _reach(contact, hours))


def _contact_and_hours(thing: Office | Organisation) -> tuple[Contact | None, Timetable]:
    contact: Contact | None = getattr(thing, "contact", None)
    return contact, timetables().get(contact.pk, UNKNOWN) if contact else UNKNOWN


def _reach(contact: Contact | None, hours: Timetable) -> dict[str, Any]:
    """How to reach an office or organisation, and when somebody is there; nothing where no contact is known."""
    if contact is None:
        return {}
    return {
        "contact": contact,
        "opening": opening_of(contact, {contact.pk: hours}),
        "week": week_of(hours),
        "exceptions": hours.exceptions_from(timezone.localdate()),
    }


@require_safe
@public_page(parameters=("kind", "topic", "audience", "after", "before"))
def organisation_list(request: HttpRequest) -> HttpResponse:
    form = OrganisationFilter(request.GET, subjects_to_choose(Topic, Audience))
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = slice_of(organisations_matching(**form.chosen), ["kind", "slug"], after=after, before=before)
    return render(request, "directory/organisation_list.html", {"form": form, "slice": page})


@require_safe
@public_page(seconds=TELLS_THE_TIME)
def organisation_page(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.select_related("source", "contact", "image"), slug=slug)
    contact, hours = _contact_and_hours(organisation)
    context = {
        "organisation": organisation,
        "threads": threads_of(organisation),
        "more": more_about(organisation),
        "subjects": subjects_of(organisation),
        "linked": [organisation_node(organisation, contact=contact, hours=hours)],
    }
    return render(request, "directory/organisation_page.html", context | _reach(contact, hours))


@require_safe
@public_page()
def subject_list(request: HttpRequest) -> HttpResponse:
    """Everything by what it is about, whom it is for, where it is and which goal it serves."""
    context = {
        "audiences": Audience.objects.order_by("pk"),
        "topics": sorted(Topic.objects.all(), key=lambda topic: str(topic).casefold()),
        "districts": District.objects.all(),
        "goals": Goal.objects.all(),
    }
    return render(request, "directory/subject_list.html", context)


@require_safe
@public_page(parameters=("all",))
def topic_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Who does what about a topic, and everything else that belongs to it."""
    topic = get_object_or_404(Topic, slug=slug)
    return _subject_page(request, topic, duties_about(topic), _shelves(request, "topic", slug, topic))


@require_safe
@public_page(parameters=("all",))
def audience_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Who does what for some people, and everything else that is there for them."""
    audience = get_object_or_404(Audience, slug=slug)
    return _subject_page(request, audience, duties_about(audience), _shelves(request, "audience", slug, audience))


@require_safe
@public_page(parameters=("all",))
def goal_page(request: HttpRequest, number: int) -> HttpResponse:
    """One of the United Nations' goals, and what serves it."""
    goal = get_object_or_404(Goal, number=number)
    return _subject_page(request, goal, [], _shelves(request, "goal", str(number), goal))


def _subject_page(
    request: HttpRequest, subject: Topic | Audience | Goal, duties: Iterable[Duty], shelves: list[Shelf]
) -> HttpResponse:
    context = {"subject": subject, "duties": duties, "shelves": shelves}
    return render(request, "directory/subject_page.html", context)


def _shelves(request: HttpRequest, kind: str, slug: str, *left_out: Model | str) -> list[Shelf]:
    """What belongs to a topic, audience, goal, district or office; all of one kind when `?all=<kind>` asks for it."""
    exclude = [key_of(one) if isinstance(one, Model) else one for one in left_out]
    whole = request.GET.get("all")
    found = shelves(kind, slug, exclude=exclude, each=MOST_AT_ONCE if whole else SHELF)
    return [shelf for shelf in found if shelf.kind == whole] or found if whole else found


@require_safe
@public_page(parameters=("all",))
def district_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A district, the quarters in it the city pays special attention to, and everything that is only there."""
    district = get_object_or_404(District, slug=slug)
    areas = district.focus_areas.select_related("source").order_by("slug")
    context = {
        "district": district,
        "areas": areas,
        "duties": duties_limited_to(district),
        "shelves": _shelves(request, "district", slug, district),
        "linked": [district_node(district, remembered("city", the_city))],
    }
    return render(request, "directory/district_page.html", context)
