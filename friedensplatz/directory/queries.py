# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading the directory. Everything in it is public."""

from django.db.models import Prefetch, QuerySet

from friedensplatz.directory.models import City, Contact, Duty, Office
from friedensplatz.directory.ranking import Ranking, rank
from friedensplatz.directory.router import current_router


def the_city() -> City:
    """The city of this house; a blank one before anything is loaded."""
    return City.objects.first() or City()


def offices_open_to_people() -> QuerySet[Office]:
    """Offices that exist today, by name in the tree's order."""
    return Office.objects.filter(closed_on=None).order_by("parent_id", "slug")


def offices_with_contact() -> QuerySet[Office]:
    """Offices that exist today with everything an office card shows, in a fixed number of queries."""
    contacts = Contact.objects.prefetch_related("hours", "exceptions")
    return offices_open_to_people().prefetch_related(
        Prefetch("contact", contacts), "names", Prefetch("duties", Duty.objects.order_by("position"))
    )


def offices_taking_concerns() -> QuerySet[Office]:
    """Offices to which a resident can hand in a concern."""
    return offices_open_to_people().filter(takes_concerns=True)


def route(text: str, language: str | None = None) -> Ranking:
    """Which offices answer for these words, how surely and why; or who helps outside; or that nothing fits.

    `language` overrules the recognised one. Before the first training nothing fits.
    """
    return rank(current_router(), text, language)
