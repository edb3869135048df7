# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cast: bob and lena work in one office, dora in another, carol is a stranger, leo leads the city."""

import pytest

from friedensplatz.accounts.models import Membership, Role, Team, User
from friedensplatz.concerns.actions import Reporter, receive_concern
from friedensplatz.concerns.models import Kind, Protection
from friedensplatz.directory.models import Duty, Office


def make_office(slug, name):
    team = Team.objects.create(name=name)
    return Office.objects.create(slug=slug, kind="office", name={"de": name}, team=team)


def make_user(email, *, office=None, role=None, **fields):
    user = User.objects.create(email=email, name=email.split("@")[0].title(), **fields)
    if office:
        Membership.objects.create(user=user, team=office.team, role=role)
    return user


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def office(db):
    return make_office("babc", "Büro für Anregungen")


@pytest.fixture
def other_office(db):
    return make_office("miado", "Integrationszentrum")


@pytest.fixture
def duty(other_office):
    return Duty.objects.create(slug="miado-ankommen", office=other_office, title={"de": "Ankommen"})


@pytest.fixture
def bob(office):
    return make_user("bob@city.example", office=office, role=Role.CASE_WORKER)


@pytest.fixture
def lena(office):
    return make_user("lena@city.example", office=office, role=Role.LEAD)


@pytest.fixture
def dora(other_office):
    return make_user("dora@city.example", office=other_office, role=Role.CASE_WORKER)


@pytest.fixture
def eva(office):
    return make_user("eva@city.example", office=office, role=Role.EDITOR)


@pytest.fixture
def carol(db):
    return make_user("carol@elsewhere.example")


@pytest.fixture
def leo(db):
    return make_user("leo@city.example", is_leadership=True)


@pytest.fixture
def adam(db):
    return make_user("adam@city.example", is_administrator=True)


@pytest.fixture
def hand_in(office):
    """Hands in a concern, with a name unless told otherwise; returns it with its code."""

    def act(text="Die Laterne vor Haus 12 ist kaputt.", *, protection=Protection.WITH_NAME, **given):
        reporter = Reporter("Alice Beispiel", email="alice@home.example", wants_mail=True)
        given = {"office": office, "kind": Kind.COMPLAINT, "language": "de", "reporter": reporter, **given}
        return receive_concern(text, protection=protection, **given)

    return act


@pytest.fixture
def concern(hand_in):
    return hand_in()[0]
