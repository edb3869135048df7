# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.urls import reverse
from lxml import etree

from friedensplatz.assets.models import Asset
from friedensplatz.assets.showing import file_address
from friedensplatz.assets.tests.samples import make_asset
from friedensplatz.directory.models import City, Office, Organisation
from friedensplatz.search.actions import rebuild_index

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}
CHANGED = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def _city(db, settings):
    settings.PUBLIC_URL = "https://stadt.example"
    Office.objects.create(slug="lampen", kind="office", name={"de": "Lampenamt"})
    Office.objects.update(changed_at=CHANGED)
    rebuild_index()


def sitemap(client, address="/sitemap.xml"):
    return etree.fromstring(client.get(address).content)


def found(tree, path):
    return tree.xpath(path, namespaces=NAMES)


@pytest.mark.usefixtures("_city")
def test_sitemap_names_every_page_in_every_language(client, settings):
    tree = sitemap(client)
    pages = found(tree, "s:url/s:loc/text()")
    assert len(pages) == len(set(pages)) == len(settings.LANGUAGES) * len({page.split("/", 4)[4] for page in pages})
    for path in ("", "offices/", "imprint/", "offices/lampen/"):
        assert {f"https://stadt.example/{code}/{path}" for code, _ in settings.LANGUAGES} <= set(pages)
    assert not [page for page in pages if "desk" in page or "answer" in page or not page.endswith("/")]


@pytest.mark.usefixtures("_city")
def test_sitemap_tells_for_each_page_its_other_languages_and_when_it_changed(client, settings):
    tree = sitemap(client)
    [page] = found(tree, "s:url[s:loc='https://stadt.example/en/offices/lampen/']")
    assert found(page, "s:lastmod/text()") == ["2026-03-01T12:00:00+00:00"]
    others = {link.get("hreflang"): link.get("href") for link in found(page, "x:link[@rel='alternate']")}
    assert sorted(others) == sorted([*dict(settings.LANGUAGES), "x-default"])
    assert others["ar"] == "https://stadt.example/ar/offices/lampen/"
    assert others["x-default"] == others["de"] == "https://stadt.example/de/offices/lampen/"


@pytest.mark.usefixtures("_city")
def test_sitemap_tells_the_picture_of_a_page_if_it_may_be_shown(client):
    asset = make_asset()
    Office.objects.update(image=asset)
    path = "s:url[s:loc='https://stadt.example/en/offices/lampen/']/i:image/i:loc/text()"
    assert found(sitemap(client), path) == [f"https://stadt.example{file_address(asset)}"]
    Asset.objects.update(alt={})
    assert found(sitemap(client), path) == []


@pytest.mark.usefixtures("_city")
def test_page_tells_the_same_languages_as_the_sitemap(client):
    [page] = found(sitemap(client), "s:url[s:loc='https://stadt.example/en/offices/lampen/']")
    head = etree.HTML(client.get("/en/offices/lampen/?utm_source=mail").content)
    assert head.xpath("//link[@rel='canonical']/@href") == ["https://stadt.example/en/offices/lampen/"]
    in_head = [(link.get("hreflang"), link.get("href")) for link in head.xpath("//link[@hreflang]")]
    assert in_head == [(link.get("hreflang"), link.get("href")) for link in found(page, "x:link")]


@pytest.mark.usefixtures("_city")
def test_sitemap_when_pages_are_many_comes_in_parts(client, monkeypatch):
    monkeypatch.setattr("friedensplatz.website.machines.sitemap.ADDRESSES_A_PART", 20)
    for number in range(5):
        Organisation.objects.create(slug=f"club{number}", kind="association", name={"de": "Verein"})
    rebuild_index()
    parts = found(sitemap(client), "s:sitemap/s:loc/text()")
    assert parts[0] == "https://stadt.example/sitemap-1.xml"
    pages = [page for part in parts for page in found(sitemap(client, part[21:]), "s:url/s:loc/text()")]
    assert len(pages) == len(set(pages))
    assert "https://stadt.example/de/organisations/club4/" in pages
    assert client.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404


@pytest.mark.usefixtures("_city")
def test_sitemap_part_when_unchanged_is_not_sent_again(client):
    seen = client.get("/sitemap-1.xml")["ETag"]
    assert client.get("/sitemap-1.xml", headers={"if-none-match": seen}).status_code == 304


@pytest.mark.usefixtures("_city")
def test_sitemap_leaves_out_what_the_city_does_not_have(client):
    pages = client.get("/sitemap-1.xml").content.decode()
    for name in ("easy_language", "sign_language"):
        assert client.get(reverse(name)).status_code == 404
        assert reverse(name) not in pages
    City.objects.create(imprint={"easy": [{"heading": "Hallo", "text": "Das ist die Stadt."}]})
    pages = client.get("/sitemap-1.xml").content.decode()
    assert reverse("easy_language") in pages
    assert client.get(reverse("easy_language")).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.usefixtures("_city", "facts_held")
def test_sitemap_costs_the_same_queries_however_many(client, rows, django_assert_max_num_queries):
    for number in range(rows):
        Organisation.objects.create(slug=f"club{number}", kind="association", name={"de": "Verein"})
    rebuild_index()
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(4):
        client.get("/sitemap.xml")
    with django_assert_max_num_queries(5):
        client.get("/sitemap-1.xml")


def test_robots_are_shown_the_sitemap_and_kept_from_the_desk(client, settings):
    settings.PUBLIC_URL = "https://stadt.example"
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /*/desk/\n" in text
    assert text.endswith("\nSitemap: https://stadt.example/sitemap.xml\n")
