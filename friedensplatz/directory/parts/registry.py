# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every part by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.directory.models import Duty, Office
from friedensplatz.directory.parts import duties, offices
from friedensplatz.directory.parts.content import Content


@dataclass(frozen=True)
class Part:
    """How a part is read and written, the verb its change is recorded under, and where it is edited."""

    name: str
    model: type[Office] | type[Duty]
    label: str | Promise
    verb: str
    url_name: str
    read: Callable[[Any], Content]
    write: Callable[[Any, Content], None]


PARTS = {
    part.name: part
    for part in (
        Part("texts", Office, _("Texts"), "texts_changed", "office_edit", offices.texts_of, offices.write_texts),
        Part("names", Office, _("Names"), "names_changed", "office_names", offices.names_of, offices.write_names),
        Part(
            "places",
            Office,
            _("Place in the city administration"),
            "places_changed",
            "office_place",
            offices.places_of,
            offices.write_places,
        ),
        Part(
            "contact",
            Office,
            _("Contact and hours"),
            "contact_changed",
            "office_contact",
            offices.contact_of,
            offices.write_contact,
        ),
        Part("posts", Office, _("People"), "posts_changed", "office_people", offices.posts_of, offices.write_posts),
        Part("duty", Duty, _("What it is"), "duty_changed", "duty_edit", duties.duty_itself, duties.write_duty),
        Part(
            "words",
            Duty,
            _("Words of people"),
            "phrasings_changed",
            "phrasings_edit",
            duties.words_of,
            duties.write_words,
        ),
    )
}


def parts_of(model: type[Office] | type[Duty]) -> list[Part]:
    """The parts of an office or of a duty, in the order of the desk."""
    return [part for part in PARTS.values() if part.model is model]
