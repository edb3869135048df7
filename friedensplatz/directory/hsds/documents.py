# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From rows to HSDS documents: pure functions; every text in the language of the moment."""

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language_info, gettext, pgettext

from friedensplatz.core.addresses import absolute, stable_uuid
from friedensplatz.core.languages import pick
from friedensplatz.core.linked import Node, known
from friedensplatz.directory.linked import COUNTRY
from friedensplatz.directory.models import (
    Audience,
    City,
    Contact,
    District,
    Duty,
    HoursException,
    Office,
    Organisation,
    Topic,
)
from friedensplatz.directory.timetables import UNKNOWN, Timetable, Timetables

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/v3.0.1/hsds/"
OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ACTIVE = "active"
TAXONOMIES: dict[type[Topic | Audience], str] = {Topic: "topics", Audience: "audiences"}

DESCRIPTIONS = {
    "topics": "What a service is about, as this city sorts its matters.",
    "audiences": "Whom a service is for.",
}

Owner = Office | Organisation


def uuid_of(thing: Owner | Duty | Topic | Audience | District, part: str = "") -> str:
    """The identifier of a thing, or of a part of it that has no row of its own."""
    return stable_uuid(str(thing._meta.model_name), thing.slug, *([part] if part else []))


def uuid_of_taxonomy(name: str) -> str:
    return stable_uuid("taxonomy", name)


def uuid_at_location(duty: str) -> str:
    """The identifier of the one place where a duty (slug) is done."""
    return stable_uuid("duty", duty, "at location")


def organization(owner: Owner, times: Timetables) -> Node:
    """An office or an organisation, with its location."""
    contact = contact_of(owner)
    website = contact.website or getattr(owner, "website", "")
    page = absolute(reverse(f"{owner._meta.model_name}_page", args=[owner.slug]))
    parent = owner.parent if isinstance(owner, Office) else None
    return known(
        {
            **_summary_of(owner),
            "alternate_name": getattr(owner, "short", ""),
            "email": contact.email,
            "website": website or page,
            "uri": page,
            "parent_organization_id": uuid_of(parent) if parent else "",
            "phones": _phones(owner),
            "locations": [location(owner, times)] if contact.street else [],
        }
    )


def service(duty: Duty, times: Timetables, city: City) -> Node:
    """What an office or organisation does for people, with who does it and where."""
    owner = owner_of(duty)
    contact = contact_of(owner)
    subjects: list[Topic | Audience] = [*duty.topics.all(), *duty.audiences.all()]
    return known(
        {
            "id": uuid_of(duty),
            "organization_id": uuid_of(owner),
            "name": pick(duty.title).text or duty.slug,
            "description": pick(duty.summary).text,
            "url": absolute(reverse(f"{owner._meta.model_name}_page", args=[owner.slug])),
            "email": contact.email,
            "status": ACTIVE,
            "eligibility_description": ", ".join(pick(one.name).text for one in duty.audiences.all()),
            "last_modified": duty.changed_at.isoformat(timespec="seconds"),
            "phones": _phones(owner),
            "service_areas": _areas(duty, city),
            "languages": _languages(owner),
            "organization": _summary_of(owner),
            "service_at_locations": [_at_location(duty, owner, times)] if contact.street else [],
            "attributes": [_attribute(duty, subject) for subject in subjects],
        }
    )


def service_at_location(duty: Duty, times: Timetables, city: City) -> Node:
    """A service at the one place where its office or organisation is."""
    within = service(duty, times, city)
    del within["service_at_locations"]
    return _at_location(duty, owner_of(duty), times) | {"service": within}


def taxonomy(name: str) -> Node:
    """All topics, or all audiences."""
    return {"id": uuid_of_taxonomy(name), "name": name, "description": DESCRIPTIONS[name]}


def term(subject: Topic | Audience) -> Node:
    """A topic or an audience."""
    name = TAXONOMIES[type(subject)]
    parent = subject.parent if isinstance(subject, Topic) else None
    return known(
        {
            "id": uuid_of(subject),
            "code": subject.slug,
            "name": pick(subject.name).text,
            "description": pick(subject.name).text,
            "parent_id": uuid_of(parent) if parent else "",
            "taxonomy": name,
            "language": pick(subject.name).tag,
            "taxonomy_id": uuid_of_taxonomy(name),
            "term_uri": absolute(reverse(f"{subject._meta.model_name}_page", args=[subject.slug])),
        }
    )


def location(owner: Owner, times: Timetables) -> Node:
    """Where an office or organisation receives people, and when."""
    contact, key = contact_of(owner), uuid_of(owner, "location")
    address = {
        "id": uuid_of(owner, "address"),
        "location_id": key,
        "address_1": contact.street,
        "city": contact.locality,
        "state_province": settings.HOLIDAYS.partition("-")[2],
        "postal_code": contact.postcode,
        "country": COUNTRY,
        "address_type": "physical",
    }
    return known(
        {
            "id": key,
            "location_type": "physical",
            "organization_id": uuid_of(owner),
            "name": pick(owner.name).text,
            "addresses": [address | ({"address_2": contact.room} if contact.room else {})],
            "accessibility": _accessibility(owner, contact),
            "schedules": _schedules(owner, times.get(contact.pk, UNKNOWN)),
        }
    )


def owner_of(duty: Duty) -> Owner:
    """Who answers for a duty. LookupError for one that nobody answers for."""
    owner = duty.office or duty.organisation
    if owner is None:
        raise LookupError(duty.slug)
    return owner


def contact_of(owner: Owner) -> Contact:
    """The contact of an office or organisation; a blank one where none is known."""
    contact: Contact = getattr(owner, "contact", None) or Contact()
    return contact


def _summary_of(owner: Owner) -> Node:
    name = pick(owner.name).text or owner.slug
    return {"id": uuid_of(owner), "name": name, "description": pick(owner.summary).text or name}


def _at_location(duty: Duty, owner: Owner, times: Timetables) -> Node:
    ids = {"service_id": uuid_of(duty), "location_id": uuid_of(owner, "location")}
    return {"id": uuid_at_location(duty.slug), **ids, "location": location(owner, times)}


def _phones(owner: Owner) -> list[Node]:
    number = contact_of(owner).phone or getattr(owner, "phone", "")
    ids = {"id": uuid_of(owner, "phone"), "organization_id": uuid_of(owner)}
    return [{**ids, "number": number, "type": "voice"}] if number else []


def _languages(owner: Owner) -> list[Node]:
    codes: list[str] = contact_of(owner).languages
    return [{"id": uuid_of(owner, f"language {code}"), "name": _name_of(code), "code": code} for code in codes]


def _name_of(language: str) -> str:
    try:
        return str(get_language_info(language)["name_translated"])
    except KeyError:
        return language


def _areas(duty: Duty, city: City) -> list[Node]:
    """The districts a duty is limited to, else the whole city."""
    names = [(district.slug, pick(district.name).text) for district in duty.districts.all()]
    everywhere = [("everywhere", pick(city.name).text)] if city.name else []
    return [
        {"id": uuid_of(duty, f"area {slug}"), "service_id": uuid_of(duty), "name": name}
        for slug, name in names or everywhere
    ]


def _attribute(duty: Duty, subject: Topic | Audience) -> Node:
    return {
        "id": uuid_of(duty, f"{subject._meta.model_name} {subject.slug}"),
        "link_id": uuid_of(duty),
        "taxonomy_term_id": uuid_of(subject),
        "link_entity": "service",
        "value": subject.slug,
        "taxonomy_term": term(subject),
    }


def _accessibility(owner: Owner, contact: Contact) -> list[Node]:
    if contact.step_free is None:
        return []
    text = gettext("step-free") if contact.step_free else gettext("not step-free")
    ids = {"id": uuid_of(owner, "accessibility"), "location_id": uuid_of(owner, "location")}
    return [{**ids, "description": text}]


def _schedules(owner: Owner, hours: Timetable) -> list[Node]:
    week = [(day, opens, closes) for day, spans in hours.week.items() for opens, closes in spans]
    weekly = [
        _schedule(owner, f"{day} {opens}", opens, closes) | {"freq": "WEEKLY", "wkst": "MO", "byday": DAYS[day]}
        for day, opens, closes in week
    ]
    return [*weekly, *(_exception(owner, one) for one in hours.exceptions)]


def _exception(owner: Owner, one: HoursException) -> Node:
    """Days on which the weekly hours do not hold; closed where it neither opens nor closes."""
    days = {"valid_from": one.first_day.isoformat(), "valid_to": one.last_day.isoformat()}
    note = pick(one.note).text or ("" if one.opens else pgettext("opening hours", "closed"))
    return known(_schedule(owner, str(one.first_day), one.opens, one.closes) | days | {"description": note})


def _schedule(owner: Owner, part: str, opens: dt.time | None, closes: dt.time | None) -> Node:
    clock = {"opens_at": f"{opens:%H:%M}" if opens else "", "closes_at": f"{closes:%H:%M}" if closes else ""}
    return known({"id": uuid_of(owner, f"schedule {part}"), "location_id": uuid_of(owner, "location"), **clock})
