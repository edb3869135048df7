# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from lxml import etree

from friedensplatz.directory.models import City, Contact, Office

pytestmark = pytest.mark.django_db

PARTS = ("/de/embed/offices/lamps", "/de/embed/search")


@pytest.fixture(autouse=True)
def _city(settings):
    settings.PUBLIC_URL = "https://stadt.example"
    City.objects.create(name={"de": "Dortmund"})
    office = Office.objects.create(slug="lamps", kind="office", name={"de": "Lampenamt", "ar": "مكتب المصابيح"})
    Contact.objects.create(office=office, phone="0231 000-1")


def policy(response):
    parts = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("address", PARTS)
def test_part_may_stand_in_any_frame_and_brings_nothing_along(client, address):
    response = client.get(address)
    assert policy(response)["frame-ancestors"] == ["*"]
    assert "X-Frame-Options" not in response
    assert not response.cookies
    page = etree.HTML(response.content)
    assert page.xpath("//script") == []
    assert (
        page.xpath("//a[not(starts-with(@href, 'tel:') or starts-with(@href, 'mailto:')) and @target!='_blank']") == []
    )
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


@pytest.mark.parametrize("address", PARTS)
def test_part_when_kept_may_still_stand_in_any_frame(client, address, settings):
    settings.PAGE_CACHE = True
    client.get(address)
    kept = client.get(address)
    assert policy(kept)["frame-ancestors"] == ["*"]
    assert "X-Frame-Options" not in kept


@pytest.mark.parametrize("address", ["/de/", "/de/offices/lamps/", "/de/embed/", "/de/concerns/status/"])
def test_no_other_page_may_stand_in_a_frame(client, address):
    response = client.get(address)
    assert policy(response)["frame-ancestors"] == ["'none'"]
    assert response["X-Frame-Options"] == "DENY"


def test_card_of_an_office_tells_how_to_reach_it_in_its_language(client):
    page = client.get("/ar/embed/offices/lamps").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "مكتب المصابيح" in page
    assert 'href="tel:02310001"' in page
    assert client.get("/de/embed/offices/nobody").status_code == 404


def test_search_box_asks_the_search(client):
    [form] = etree.HTML(client.get("/de/embed/search").content).xpath("//form")
    assert (form.get("action"), form.get("target")) == ("/de/search/", "_blank")
    assert form.xpath(".//input/@name") == ["q"]


def test_page_for_webmasters_shows_what_to_paste_and_what_comes_of_it(client):
    response = client.get("/de/embed/?office=lamps&language=ar")
    page = etree.HTML(response.content)
    [pasted] = page.xpath("//textarea/text()")
    [frame] = etree.HTML(pasted).xpath("//iframe")
    assert frame.get("src") == "https://stadt.example/ar/embed/offices/lamps"
    assert frame.get("title") == "مكتب المصابيح"
    assert page.xpath("//iframe/@src") == ["/ar/embed/offices/lamps"]
    assert policy(response)["frame-src"] == ["'self'"]


@pytest.mark.parametrize("asked", ["", "?office=nobody&language=de", "?office=lamps&language=xx"])
def test_page_for_webmasters_when_nothing_is_chosen_shows_the_search_box(client, asked):
    page = etree.HTML(client.get(f"/de/embed/{asked}").content)
    assert page.xpath("//iframe/@src") == ["/de/embed/search"]


@pytest.mark.parametrize("rows", [1, 3])
def test_parts_cost_the_same_queries_however_many_offices(client, rows, django_assert_max_num_queries):
    for number in range(rows):
        Office.objects.create(slug=f"office{number}", kind="office", name={"de": "Büro"})
    for address in (*PARTS, "/de/embed/?office=lamps&language=de"):
        with django_assert_max_num_queries(5):
            client.get(address)
