# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cast of tests/cast.py by name, and a way to hand in."""

import pytest

from friedensplatz.concerns.actions import Reporter, receive_concern
from friedensplatz.concerns.models import Kind, Protection
from friedensplatz.directory.models import Duty


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
