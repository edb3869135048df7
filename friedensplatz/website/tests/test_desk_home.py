# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.urls import reverse

from friedensplatz.accounts.models import User
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


def test_the_desk_opens_in_a_language_it_is_told_in_from_end_to_end(client, cast):
    client.force_login(cast.eva)
    assert client.get("/ar/desk/pages/?words=a")["Location"] == "/de/desk/pages/?words=a"
    User.objects.filter(pk=cast.eva.pk).update(language="en")
    answer = client.get("/tr/desk/", follow=True)
    assert answer.redirect_chain == [("/en/desk/", 302)]
    html = answer.content.decode()
    assert "The desk is told in these languages: Deutsch, English." in html
    assert 'hreflang="de"' in html
    assert 'hreflang="ar"' not in html
    assert client.get("/en/desk/").status_code == 200


def test_what_is_sent_to_the_desk_in_another_language_is_done(client, cast):
    client.force_login(cast.eva)
    data = {"title": "Neue Seite", "office": cast.office.pk}
    assert client.post("/ar/desk/pages/new/", data)["Location"].startswith("/ar/desk/pages/")
