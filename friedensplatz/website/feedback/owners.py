# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whose page it is, and who mends it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import colleagues_in
from friedensplatz.directory.models import Office
from friedensplatz.directory.queries import the_city


def owner_of(thing_key: str) -> Office | None:
    """The office that keeps a thing true: itself, or the one it names; else the one the city's imprint names."""
    label, _, pk = thing_key.partition(":")
    thing = (
        ContentType.objects.get_by_natural_key(*label.split(".")).get_all_objects_for_this_type(pk=pk).first()
        if pk
        else None
    )
    office = thing if isinstance(thing, Office) else getattr(thing, "office", None)
    if isinstance(office, Office):
        return office
    return Office.objects.filter(slug=the_city().imprint.get("office", "")).first()


def editors_of(office: Office | None) -> QuerySet[User]:
    """The editors of an office, else of the nearest one above it that has any, else the administrators."""
    while office is not None:
        if office.team and (editors := colleagues_in(office.team, Role.EDITOR)).exists():
            return editors
        office = office.parent
    return User.objects.filter(is_active=True, is_administrator=True)
