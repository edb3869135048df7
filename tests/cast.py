# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The people every test knows.

alice is a resident, carol a stranger with an account; bob and lena work in one office, dora in another; eva writes
texts for bob's office; leo leads the city; ada runs the house.
"""

from dataclasses import dataclass

from friedensplatz.accounts.models import Membership, Role, Team, User
from friedensplatz.directory.models import Duty, Office, Organisation


@dataclass(frozen=True)
class Cast:
    """Two offices and the people around them."""

    office: Office
    other_office: Office
    duty: Duty
    alice: User
    bob: User
    carol: User
    dora: User
    eva: User
    lena: User
    leo: User
    ada: User


def make_office(slug, name):
    """An office with its team, open to concerns."""
    return Office.objects.create(slug=slug, kind="office", name={"de": name}, team=Team.objects.create(name=name))


def make_user(email, *, office=None, role=None, **fields):
    user = User.objects.create(email=email, name=email.split("@")[0].title(), **fields)
    if office:
        Membership.objects.create(user=user, team=office.team, role=role)
    return user


def make_cast():
    office = make_office("babc", "Büro für Anregungen")
    other_office = make_office("miado", "Integrationszentrum")
    return Cast(
        office=office,
        other_office=other_office,
        duty=Duty.objects.create(slug="babc-beschwerde", office=office, title={"de": "Beschwerden"}),
        alice=make_user("alice@home.example"),
        bob=make_user("bob@city.example", office=office, role=Role.CASE_WORKER),
        carol=make_user("carol@elsewhere.example"),
        dora=make_user("dora@city.example", office=other_office, role=Role.CASE_WORKER),
        eva=make_user("eva@city.example", office=office, role=Role.EDITOR),
        lena=make_user("lena@city.example", office=office, role=Role.LEAD),
        leo=make_user("leo@city.example", is_leadership=True),
        ada=make_user("ada@city.example", is_administrator=True),
    )


def make_organisation():
    return Organisation.objects.create(slug="verein", kind="association", name={"de": "Verein"})
