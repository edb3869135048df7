# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory in the words of schema.org: what its pages show, for machines, and nothing more."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from friedensplatz.assets.linked import image_object
from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import missing_facts
from friedensplatz.core.addresses import absolute
from friedensplatz.core.languages import pick
from friedensplatz.core.linked import Node, known
from friedensplatz.directory.history import Dated
from friedensplatz.directory.models import City, Contact, District, Duty, HoursException, Office, Organisation
from friedensplatz.directory.timetables import Span, Timetable

TYPES = {
    Organisation.Kind.ASSOCIATION: "NGO",
    Organisation.Kind.PUBLIC: "GovernmentOrganization",
    Organisation.Kind.AUTHORITY: "GovernmentOrganization",
    Organisation.Kind.EMERGENCY: "EmergencyService",
    Organisation.Kind.PROJECT: "Project",
}
COUNTRY = "DE"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CLOSED = (dt.time(0), dt.time(0))
"""What schema.org writes for a day without opening: it opens and closes at midnight."""


def identity(thing: Office | Organisation | District) -> str:
    """The identifier of a thing, the same on its page in every language."""
    with override(settings.LANGUAGE_CODE):
        return _page_of(thing) + "#it"


def office_nodes(
    office: Office, *, contact: Contact | None, hours: Timetable, duties: Iterable[Duty], posts: list[Dated], city: City
) -> list[Node]:
    """An office, what it does for people, and who holds its posts today."""
    served = {"@type": "City", "name": pick(city.name).text} if city.name else None
    parent = {"@type": "GovernmentOffice", "@id": identity(office.parent)} if office.parent else None
    node = {
        "@type": "GovernmentOffice",
        **_who(office, contact),
        **_when(hours),
        "alternateName": office.short,
        "areaServed": served,
        "parentOrganization": parent,
        "dissolutionDate": office.closed_on.isoformat() if office.closed_on else "",
    }
    services = [_service(duty, node["@id"], served) for duty in duties]
    people = [_person(post, node["@id"]) for post in posts if post.who and not post.is_past]
    return [known(node), *services, *people]


def organisation_node(organisation: Organisation, *, contact: Contact | None, hours: Timetable) -> Node:
    """Somebody who is not an office of the city."""
    kind = TYPES.get(Organisation.Kind(organisation.kind), "Organization")
    node = {"@type": kind, **_who(organisation, contact), **_when(hours)}
    node["telephone"] = node["telephone"] or organisation.phone
    return known(node | {"sameAs": organisation.website})


def district_node(district: District, city: City) -> Node:
    """A part of the city with its own council."""
    whole = {"@type": "City", "name": pick(city.name).text} if city.name else None
    node = {"@type": "AdministrativeArea", "@id": identity(district), "url": _page_of(district)}
    return known(node | {"name": pick(district.name).text, "containedInPlace": whole})


def _page_of(thing: Office | Organisation | District) -> str:
    return absolute(reverse(f"{thing._meta.model_name}_page", args=[thing.slug]))


def _who(thing: Office | Organisation, contact: Contact | None) -> Node:
    contact = contact or Contact()
    return {
        "@id": identity(thing),
        "url": _page_of(thing),
        "name": pick(thing.name).text,
        "description": pick(thing.summary).text,
        "telephone": contact.phone,
        "email": contact.email,
        "address": _address(contact),
        "contactPoint": _contact_point(contact),
        "amenityFeature": _step_free(contact),
        "image": _image(thing),
    }


def _image(thing: Office | Organisation | District) -> Node | None:
    image: Asset | None = getattr(thing, "image", None)
    return image_object(image) if image and not missing_facts(image) else None


def _address(contact: Contact) -> Node | None:
    if not contact.street:
        return None
    place = {"streetAddress": contact.street, "postalCode": contact.postcode, "addressLocality": contact.locality}
    return known({"@type": "PostalAddress", **place, "addressCountry": COUNTRY})


def _contact_point(contact: Contact) -> Node | None:
    ways = known({"telephone": contact.phone, "email": contact.email, "url": contact.website})
    if not ways:
        return None
    return known({"@type": "ContactPoint", **ways, "availableLanguage": contact.languages})


def _step_free(contact: Contact) -> Node | None:
    if contact.step_free is None:
        return None
    return {"@type": "LocationFeatureSpecification", "name": _("step-free"), "value": contact.step_free}


def _when(hours: Timetable) -> Node:
    """The weekly hours, and the days on which they do not hold."""
    week = [
        _opening(span) | {"dayOfWeek": f"https://schema.org/{DAYS[day]}"}
        for day in hours.week
        for span in hours.week[day]
    ]
    return {
        "openingHoursSpecification": week,
        "specialOpeningHoursSpecification": [_exception(one) for one in hours.exceptions],
    }


def _opening(span: Span) -> Node:
    opens, closes = span
    return {"@type": "OpeningHoursSpecification", "opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}


def _exception(one: HoursException) -> Node:
    days = {"validFrom": one.first_day.isoformat(), "validThrough": one.last_day.isoformat()}
    return _opening((one.opens, one.closes) if one.opens and one.closes else CLOSED) | days


def _service(duty: Duty, provider: str, served: Node | None) -> Node:
    service = {"@type": "GovernmentService", "@id": f"{provider}-{duty.slug}", "name": pick(duty.title).text}
    service["description"] = pick(duty.summary).text
    return known(service | {"provider": {"@id": provider}, "areaServed": served})


def _person(post: Dated, office: str) -> Node:
    image = image_object(post.portrait) if post.portrait and not missing_facts(post.portrait) else None
    return known(
        {
            "image": image,
            "@type": "Person",
            "name": post.who,
            "jobTitle": pick(post.what).text,
            "worksFor": {"@id": office},
        }
    )
