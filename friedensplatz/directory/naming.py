# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Short names for addresses and files."""

from itertools import count

from django.utils.text import slugify

from friedensplatz.directory import models

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
LONGEST = 44
NAMED = (
    models.Office,
    models.Organisation,
    models.Duty,
    models.Topic,
    models.Audience,
    models.District,
    models.FocusArea,
    models.Source,
)


def free_slug(name: str) -> str:
    """`buero-fuer-anregungen`, with a number where anything in the directory is already called so."""
    wish = slugify(name.lower().translate(GERMAN)).replace("_", "-")[:LONGEST].strip("-") or "neu"
    taken = {
        slug
        for model in NAMED
        for slug in model._default_manager.filter(slug__startswith=wish).values_list("slug", flat=True)
    }
    tries = (wish if number == 1 else f"{wish}-{number}" for number in count(1))
    return next(slug for slug in tries if slug not in taken)
