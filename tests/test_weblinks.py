# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""When addresses are looked at, and when editors hear of it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from friedensplatz.directory.models import Contact, Organisation, Source
from friedensplatz.weblinks.checking import gather, look_around
from friedensplatz.weblinks.jobs import gather_addresses, look_at_addresses
from friedensplatz.weblinks.models import Address
from friedensplatz.weblinks.tests.test_looking import server  # noqa: F401 (a fixture)
from tests.cast import make_cast

NOW = timezone.now() + dt.timedelta(hours=6)
DAY = dt.timedelta(days=1)


@pytest.fixture
def cast(db):
    return make_cast()


def club(slug, url, **fields):
    return Organisation.objects.create(slug=slug, kind="association", name={"de": slug.title()}, website=url, **fields)


def look(days):
    result = look_around(NOW + days * DAY)
    return result, [(one.url.rsplit("/", 1)[-1], one.reason, one.failures) for one in Address.objects.order_by("url")]


def test_addresses_are_those_that_are_named_somewhere(cast):
    club("chor", "https://chor.example/")
    Contact.objects.create(office=cast.office, website="https://amt.example/")
    Source.objects.create(slug="s", title="S", date="2018", url="https://quelle.example/")
    assert gather() == 3
    Organisation.objects.update(website="https://neu.example/")
    assert gather() == 2
    assert [one.url for one in Address.objects.order_by("url")] == [
        "https://amt.example/",
        "https://neu.example/",
        "https://quelle.example/",
    ]


def test_broken_is_what_failed_on_three_days(cast, server):  # noqa: F811
    for path in ("fine", "gone"):
        club(path, f"{server.url}/{path}")
    gather()
    assert look(0) == ("2 addresses", [("fine", "", 0), ("gone", "gone", 1)])
    assert look(0.1)[0] == ""
    assert look(1.1) == ("1 addresses", [("fine", "", 0), ("gone", "gone", 2)])
    Address.objects.filter(reason="gone").update(due_at=NOW)
    assert look(1.1)[1] == [("fine", "", 0), ("gone", "gone", 2)]
    assert not Address.objects.get(reason="gone").is_broken
    assert look(2.3)[1][1] == ("gone", "gone", 3)
    assert Address.objects.get(reason="gone").is_broken
    Address.objects.filter(reason="gone").update(url=f"{server.url}/back")
    assert look(3.4)[1] == [("back", "", 0), ("fine", "", 0)]


def test_when_nobody_answers_the_house_has_no_connection(cast):
    for number in range(3):
        club(f"club{number}", f"http://club{number}.invalid/")
    gather()
    Address.objects.filter(url="http://club0.invalid/").update(looked_at=NOW, due_at=NOW + DAY)
    result, addresses = look(0)
    assert result == "no connection"
    assert {failures for _url, _reason, failures in addresses} == {0}
    assert look(0.01)[0] == ""
    assert look(0.05)[0] == "no connection"


def test_when_another_website_answers_a_name_nobody_has_is_a_failure(cast, server):  # noqa: F811
    club("fine", f"{server.url}/fine")
    gather()
    look(0)
    club("nobody", "http://nobody.invalid/")
    gather()
    assert look(0.1) == ("1 addresses", [("fine", "", 0), ("", "no_name", 1)])


def test_switched_off_nobody_is_asked(cast, server, settings):  # noqa: F811
    settings.CHECK_LINKS = False
    club("fine", f"{server.url}/fine")
    assert gather_addresses(NOW) == 0
    assert look_at_addresses(NOW) == ""
    settings.CHECK_LINKS = True
    assert gather_addresses(NOW) == 1
    assert look_at_addresses(timezone.now()) == "1 addresses"


def tasks(client):
    groups = client.get(reverse("desk_home")).context["groups"]
    return [task for group in groups if group.name == "weblinks.broken" for task in group.tasks]


def test_editors_are_led_to_the_field_of_their_own_things(client, cast):
    club("chor", "https://chor.example/", kept_by=cast.office)
    club("fremd", "https://fremd.example/", kept_by=cast.other_office)
    Contact.objects.create(office=cast.office, website="https://alt.example/")
    gather()
    Address.objects.exclude(url="https://alt.example/").update(reason="gone", failures=3)
    Address.objects.filter(url="https://alt.example/").update(moved_to="https://neu.example/")
    client.force_login(cast.eva)
    found = tasks(client)
    assert [(task.title, task.url) for task in found] == [
        ("Chor", reverse("thing_edit", args=["organisation", "chor"]) + "#id_website"),
        ("Büro für Anregungen", reverse("thing_edit", args=["contact", "babc"]) + "#id_website"),
    ]
    assert "https://neu.example/" in found[1].why
    client.force_login(cast.ada)
    assert len(tasks(client)) == 3


def test_two_failures_are_nobodys_business_yet(client, cast):
    club("chor", "https://chor.example/")
    gather()
    Address.objects.update(reason="silent", failures=2)
    client.force_login(cast.ada)
    assert tasks(client) == []


def test_the_list_costs_the_same_queries_however_many(client, cast):
    client.force_login(cast.eva)
    costs = []
    for number in range(3):
        club(f"club{number}", f"https://club{number}.example/", kept_by=cast.office)
        gather()
        Address.objects.update(reason="gone", failures=3)
        with CaptureQueriesContext(connection) as queries:
            assert len(tasks(client)) == number + 1
        costs.append(len(queries))
    assert costs[0] == costs[2]
