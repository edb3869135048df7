# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cast of tests/cast.py by name, a way to hand in, and a house whose server really runs."""

import os
import shutil
import time

import pytest

from friedensplatz.concerns.actions import Reporter, receive_concern
from friedensplatz.concerns.models import Kind, Protection
from friedensplatz.concerns.tests.visiting import NEW, Visitor
from friedensplatz.directory.models import Duty
from tests.browser.house import database_of_its_own, free_port
from tests.real_house import RealHouse, collected_statics, migrated_house

OFFICE = "from friedensplatz.directory.models import Office; Office.objects.create(slug='babc', kind='office', name={'de': 'B'})"


def _person(name):
    @pytest.fixture(name=name)
    def person(cast):
        return getattr(cast, name)

    return person


office, other_office = _person("office"), _person("other_office")
bob, lena, dora, eva = _person("bob"), _person("lena"), _person("dora"), _person("eva")
alice, carol, leo, ada = _person("alice"), _person("carol"), _person("leo"), _person("ada")


@pytest.fixture
def duty(other_office):
    return Duty.objects.create(slug="miado-ankommen", office=other_office, title={"de": "Ankommen"})


@pytest.fixture
def hand_in(office):
    """Hands in a concern, with a name unless told otherwise; returns it with its code."""

    def act(text="Die Laterne vor Haus 12 ist kaputt.", *, protection=Protection.NORMAL, **given):
        reporter = Reporter("Alice Beispiel", email="alice@home.example", wants_mail=True)
        given = {"office": office, "kind": Kind.COMPLAINT, "language": "de", "reporter": reporter, **given}
        return receive_concern(text, protection=protection, **given)

    return act


@pytest.fixture
def concern(hand_in):
    return hand_in()[0]


@pytest.fixture
def house(tmp_path):
    """An empty house on the database the suite runs on."""
    if not os.environ.get("DATABASE_URL"):
        yield migrated_house(tmp_path)
        return
    with database_of_its_own(os.environ["DATABASE_URL"]) as database:
        house = RealHouse(tmp_path, **database)
        assert house.run("migrate", "-v0", "--skip-checks") == (0, "")
        yield house


@pytest.fixture
def serve(house):
    port, running = free_port(), []
    house.python(OFFICE)
    shutil.copytree(collected_statics(), house.folder / "static", dirs_exist_ok=True)

    def start():
        running.append(house.start("web", PORT=str(port)))
        for _ in range(300):
            try:
                Visitor(port).ask(NEW)
                return running[-1], Visitor(port)
            except OSError:
                time.sleep(0.1)
        pytest.fail("the server does not answer")

    yield start
    for process in running:
        process.terminate()
        process.communicate(timeout=30)
