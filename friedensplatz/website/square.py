# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands on the square today: doors that are open now, and all doors in the order of the page's language."""

from dataclasses import dataclass
from operator import attrgetter

from django.db.models import QuerySet
from django.utils import timezone

from friedensplatz.core.languages import Text, pick
from friedensplatz.directory.models import Office
from friedensplatz.directory.opening import Opening, opening_of
from friedensplatz.directory.queries import offices_open_to_people
from friedensplatz.directory.timetables import timetables


@dataclass(frozen=True)
class Door:
    """An office as the home page names it; `opening` is None where nobody has told the hours."""

    office: Office
    name: Text
    opening: Opening | None


def doors() -> list[Door]:
    """Every office that exists today, by its name in the page's language, with its opening at this moment."""
    now, times = timezone.now(), timetables()
    found = [
        Door(
            office,
            pick(office.name),
            opening_of(contact, times, now) if (contact := getattr(office, "contact", None)) else None,
        )
        for office in _offices_with_contact()
    ]
    return sorted(found, key=lambda door: door.name.text.casefold())


def _offices_with_contact() -> QuerySet[Office]:
    """Only what the home page shows of an office: reading all their texts would be most of the page's work."""
    return offices_open_to_people().select_related("contact").only("slug", "name", "contact__by_appointment")


def next_doors(all_doors: list[Door]) -> list[Door]:
    """The closed doors with a known next opening, the soonest first."""
    return sorted(
        (door for door in all_doors if door.opening and door.opening.next_opening),
        key=attrgetter("opening.next_opening"),
    )


def open_doors(all_doors: list[Door]) -> list[Door]:
    """The doors open at this moment, those that close last first."""
    return sorted(
        (door for door in all_doors if door.opening and door.opening.is_open),
        key=attrgetter("opening.open_until"),
        reverse=True,
    )
