# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Concern, Entry, Reporter, Visibility
from friedensplatz.core.addresses import absolute
from friedensplatz.core.languages import direction_of
from friedensplatz.core.papers.setting import set_paper
from friedensplatz.directory.models import Contact
from friedensplatz.directory.queries import the_city

TEMPLATE = Path(__file__).parent / "letter.typ"
MOST_LINES = 6
"""What the address field of the standard holds."""


@transaction.atomic
def print_letter(concern: Concern, entry: Entry, person: Reporter, *, by: User) -> bytes:
    """What the office wrote to a person with an address, as PDF/UA; that it went by letter is recorded."""
    with override(concern.language):
        pdf = set_paper(TEMPLATE, lambda folder: _data(concern, entry, person))
    record(concern, "letter_printed", actor=by, entry=entry.pk)
    return pdf


def words_for_letters(concern: Concern) -> list[Entry]:
    """What the office wrote to the person, newest first."""
    written = concern.entries.filter(visibility=Visibility.PERSON, office__isnull=False)
    return list(written.select_related("office__contact", "author").order_by("-at", "-pk"))


def _data(concern: Concern, entry: Entry, person: Reporter) -> dict[str, Any]:
    """What the template sets, in the language of the person."""
    city = the_city()
    contact = getattr(entry.office, "contact", None) or Contact()
    place = " ".join(filter(None, (contact.postcode, contact.locality)))
    office, clerk, day = str(entry.office), str(entry.author or ""), _day(entry)
    facts = {
        _("Reference"): concern.reference,
        _("Office"): office,
        _("Written by"): clerk,
        _("Phone"): contact.phone,
        _("E-mail"): contact.email,
        _("Date"): day,
    }
    return {
        "title": _("Letter about %(reference)s") % {"reference": concern.reference},
        "author": city.full_name or office,
        "language": concern.language,
        "direction": direction_of(concern.language),
        "country": settings.LANGUAGE_CODE,
        "sender": " · ".join(filter(None, (city.full_name or office, contact.street, place))),
        "recipient": _recipient(person),
        "information": [fact for fact in facts.items() if fact[1]],
        "subject": _("Your concern %(reference)s") % {"reference": concern.reference},
        "paragraphs": [part.split("\n") for part in entry.words.split("\n\n")],
        "signed": list(filter(None, (clerk, office))),
        "way": _("You can also read this and write back at %(url)s, with the reference and your receipt code.")
        % {"url": absolute(reverse("concern_status"))},
        "foot": f"{office} · {concern.reference}",
    }


def _recipient(person: Reporter) -> list[str]:
    """The lines of the address field; the name stands first unless the address begins with it."""
    lines = [line.strip() for line in person.address.splitlines() if line.strip()]
    named = lines[:1] == [person.name]
    return (lines if named else [person.name, *lines])[:MOST_LINES]


def _day(entry: Entry) -> str:
    return date_format(timezone.localdate(entry.at), "DATE_FORMAT")
