# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.urls import reverse

from tests.cast import make_cast

pytestmark = pytest.mark.django_db
PARTS = ("counts", "figures", "mails")


@pytest.fixture
def cast():
    return make_cast()


@pytest.mark.parametrize(
    ("who", "shown"),
    [("bob", ["counts"]), ("leo", []), ("ada", ["mails"])],
)
def test_the_overview_shows_what_needs_the_person(client, cast, who, shown):
    client.force_login(getattr(cast, who))
    page = client.get(reverse("desk_home"))
    assert [part for part in PARTS if page.context[part]] == shown


def test_strangers_find_no_desk(client, cast):
    assert client.get(reverse("desk_home")).status_code == 302
    client.force_login(cast.alice)
    assert client.get(reverse("desk_home")).status_code == 404
