# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages and the website itself in the words of schema.org."""

from django.urls import reverse
from django.utils.translation import gettext as _

from friedensplatz.core.addresses import absolute
from friedensplatz.core.languages import current_language, pick
from friedensplatz.core.linked import Node, known
from friedensplatz.directory.models import City

WEBSITE = "#website"


def house_name(city: City, language: str | None = None) -> str:
    """The square and the city, as in the title of every page."""
    return ", ".join(name for name in (city.square or _("Friedensplatz"), pick(city.name, language).text) if name)


def web_page(address: str, title: str, description: str, *, about: str = "") -> Node:
    """A page of the website; `about` is the identifier of the thing it tells of."""
    page = {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": title,
        "description": description,
        "inLanguage": current_language(),
        "isPartOf": {"@id": absolute("/") + WEBSITE},
        "mainEntity": {"@id": about} if about else None,
    }
    return known(page)


def website(city: City) -> Node:
    """The website with its search, and the city that keeps it."""
    search = absolute(reverse("search"))
    publisher = {"@type": "GovernmentOrganization", "name": city.full_name or pick(city.name).text}
    return known(
        {
            "@type": "WebSite",
            "@id": absolute("/") + WEBSITE,
            "url": absolute(reverse("home")),
            "name": house_name(city),
            "description": pick(city.welcome).text,
            "inLanguage": current_language(),
            "publisher": publisher if publisher["name"] else None,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{words}}"},
                "query-input": "required name=words",
            },
        }
    )
