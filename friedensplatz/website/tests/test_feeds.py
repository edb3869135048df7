# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from urllib.parse import quote

import pytest
from lxml import etree

from friedensplatz.directory.models import City, Office, Organisation, Topic
from friedensplatz.search.actions import rebuild_index
from tests.machine import ROOT

pytestmark = pytest.mark.django_db

NAMES = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEEDS = ("/de/feed.atom", "/ar/feed.atom", "/de/topics/light.atom", "/de/offices/lamps.atom", "/de/search.atom?q=Lampe")


@pytest.fixture(autouse=True)
def _city(settings):
    settings.PUBLIC_URL = "https://stadt.example"
    City.objects.create(name={"de": "Dortmund"}, full_name="Stadt Dortmund")
    light = Topic.objects.create(slug="light", name={"de": "Licht"})
    lamps = Office.objects.create(slug="lamps", kind="office", name={"de": "Lampenamt", "ar": "مكتب المصابيح"})
    lamps.topics.add(light)
    Office.objects.create(slug="parks", kind="office", name={"de": "Parkamt"}, summary={"de": "Grün & <Lampen>."})
    for slug, day in (("lamps", 1), ("parks", 2)):
        Office.objects.filter(slug=slug).update(changed_at=dt.datetime(2026, 3, day, 12, tzinfo=dt.UTC))
    rebuild_index()


def read(client, address):
    return etree.fromstring(client.get(address).content)


def texts(tree, path):
    return tree.xpath(path, namespaces=NAMES)


@pytest.mark.parametrize("address", [*FEEDS, "/de/search.atom", "/de/search.atom?q=Wolkenkratzer"])
def test_feed_keeps_to_rfc_4287(client, address):
    rules = etree.RelaxNG(etree.parse(ROOT / "tests" / "atom.rng"))
    tree = read(client, address)
    assert rules.validate(tree), rules.error_log
    assert texts(tree, "a:link[@rel='self']/@href") == [f"https://stadt.example{address}"] == texts(tree, "a:id/text()")
    ids = texts(tree, "a:entry/a:id/text()")
    assert len(ids) == len(set(ids))


def test_feed_of_everything_begins_with_the_newest(client):
    tree = read(client, "/de/feed.atom")
    assert texts(tree, "a:entry/a:title/text()") == ["Parkamt", "Lampenamt"]
    assert texts(tree, "a:updated/text()") == ["2026-03-02T12:00:00+00:00"]
    assert texts(tree, "a:entry[1]/a:summary/text()") == ["Grün & <Lampen>."]
    assert texts(tree, "a:entry[1]/a:link/@href") == ["https://stadt.example/de/offices/parks/"]
    assert texts(tree, "a:link[@rel='alternate']/@href") == ["https://stadt.example/de/"]


def test_feed_tells_the_language_of_each_entry(client):
    parks, lamps = read(client, "/ar/feed.atom").findall("a:entry", NAMES)
    assert (lamps.get(LANG), parks.get(LANG)) == ("ar", "de")
    assert texts(lamps, "a:link/@href") == ["https://stadt.example/ar/offices/lamps/"]


def test_feed_when_a_thing_changes_keeps_its_identifier(client):
    before = texts(read(client, "/de/offices/lamps.atom"), "a:entry/a:id/text()")
    Office.objects.filter(slug="lamps").update(name={"de": "Laternenamt"})
    rebuild_index()
    assert texts(read(client, "/de/offices/lamps.atom"), "a:entry/a:id/text()") == before


def test_feed_of_a_topic_holds_only_what_belongs_to_it(client):
    assert texts(read(client, "/de/topics/light.atom"), "a:entry/a:title/text()") == ["Lampenamt"]


def test_feed_of_a_search_holds_what_it_finds(client):
    tree = read(client, "/de/search.atom?q=Parkamt")
    assert texts(tree, "a:entry/a:title/text()") == ["Parkamt"]
    assert texts(tree, "a:link[@rel='alternate']/@href") == ["https://stadt.example/de/search/?q=Parkamt"]


@pytest.mark.parametrize("address", ["topics/nothing.atom", "people/lamps.atom", "goals/one.atom", "goals/18.atom"])
def test_feed_of_what_is_not_there_is_404(client, address):
    assert client.get(f"/de/{address}").status_code == 404


def test_pages_name_their_feeds(client):
    head = etree.HTML(client.get("/de/topics/light/").content).find("head")
    feeds = head.xpath("link[@type='application/atom+xml']/@href")
    assert feeds == ["https://stadt.example/de/topics/light.atom", "https://stadt.example/de/feed.atom"]
    search = etree.HTML(client.get(f"/de/search/?q={quote('Grün & Park')}").content)
    assert search.xpath("//link[@type='application/atom+xml']/@href") == ["/de/search.atom?q=Gr%C3%BCn%20%26%20Park"]


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize("rows", [1, 3])
def test_feeds_cost_the_same_queries_however_many(client, address, rows, django_assert_max_num_queries):
    for number in range(rows):
        club = Organisation.objects.create(slug=f"club{number}", kind="association", name={"de": "Lampe"})
        club.topics.add(Topic.objects.get(slug="light"))
    rebuild_index()
    client.get(address)
    with django_assert_max_num_queries(8):
        client.get(address)
