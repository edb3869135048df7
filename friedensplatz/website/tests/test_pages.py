# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.test import RequestFactory

from friedensplatz.activity.actions import record
from friedensplatz.core.caching import content_version
from friedensplatz.directory.models import City, Contact, Hours, Office
from friedensplatz.website import errors

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["imprint", "privacy", "accessibility"])
def test_page_when_city_is_blank_still_stands(client, page):
    assert client.get(f"/de/{page}/").status_code == 200


def test_imprint_when_city_has_one_shows_it(client):
    City.objects.create(name={"de": "Beispielstadt"}, imprint={"publisher": "Stadt Beispiel", "phone": "0999 1"})
    page = client.get("/de/imprint/").content.decode()
    assert "Stadt Beispiel" in page
    assert 'href="tel:09991"' in page


def test_home_when_city_has_examples_offers_them_as_buttons(client):
    City.objects.create(name={"de": "Beispielstadt"}, examples={"de": "Erstens\nZweitens"})
    page = client.get("/de/").content.decode()
    assert '<button name="text" value="Zweitens">' in page


@pytest.mark.parametrize("count", [1, 3])
def test_home_when_more_offices_stand_asks_the_database_as_often(client, count, django_assert_max_num_queries):
    for number in range(count):
        office = Office.objects.create(slug=f"amt-{number}", kind="office", name={"de": f"Amt {number}"})
        contact = Contact.objects.create(office=office)
        Hours.objects.create(contact=contact, weekday=0, opens="08:00", closes="16:00")
    with django_assert_max_num_queries(4):
        client.get("/de/")


def test_not_found_when_address_is_wrong_offers_the_field(client):
    answer = client.get("/de/no-such-door/")
    assert answer.status_code == 404
    assert 'href="/de/"' in answer.content.decode()


@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.form_not_trusted, 403), (errors.fault, 500)],
)
def test_error_page_when_shown_has_its_status_and_one_heading(view, status):
    answer = view(RequestFactory().get("/de/"))
    assert answer.status_code == status
    assert answer.content.decode().count("<h1>") == 1


def test_robots_when_asked_keep_out_of_desk_and_answers(client):
    assert "Disallow: /*/desk/" in client.get("/robots.txt").content.decode()


def test_kept_pages_when_an_office_changes_are_forgotten(django_capture_on_commit_callbacks):
    office = Office.objects.create(slug="amt", kind="office", name={"de": "Amt"})
    before = content_version()
    with django_capture_on_commit_callbacks(execute=True):
        record(office, "renamed")
    assert content_version() == before + 1
