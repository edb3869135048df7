# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from lxml import etree
from rdflib import RDF, URIRef

from friedensplatz.directory.models import City, Office
from tests.linked import SCHEMA, documents_in, graph_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city(settings):
    settings.PUBLIC_URL = "https://stadt.example"
    City.objects.create(name={"de": "Dortmund"}, full_name="Stadt Dortmund", square="Friedensplatz")


def test_home_tells_machines_how_to_search(client):
    graph = graph_of(client.get("/de/").content.decode())
    website = URIRef("https://stadt.example/#website")
    assert (website, RDF.type, SCHEMA.WebSite) in graph
    action = graph.value(website, SCHEMA.potentialAction)
    target = graph.value(action, SCHEMA.target)
    assert str(graph.value(target, SCHEMA.urlTemplate)) == "https://stadt.example/de/search/?q={words}"
    assert str(graph.value(graph.value(website, SCHEMA.publisher), SCHEMA.name)) == "Stadt Dortmund"


def test_linked_data_when_words_look_like_markup_cannot_leave_its_block(client):
    Office.objects.create(slug="x", kind="office", name={"de": "</script><script>alert(1)</script> & Co"})
    page = client.get("/de/offices/x/").content.decode()
    assert "<script>alert" not in page
    names = [node.get("name") for document in documents_in(page) for node in document.get("@graph", [])]
    assert names == ["</script><script>alert(1)</script> & Co"] * 2


def test_page_that_is_not_public_tells_machines_nothing(client):
    for address in ("/de/offices/nobody/", "/de/concerns/status/", "/de/search/?q=secret"):
        head = etree.HTML(client.get(address).content).find("head")
        assert head.xpath("link[@rel='canonical'] | meta[@property] | script[@type='application/ld+json']") == []


def test_card_says_what_the_page_is_called(client):
    Office.objects.create(slug="x", kind="office", name={"de": 'Amt für "Dies" & Das'}, summary={"de": "Wir."})
    head = etree.HTML(client.get("/de/offices/x/").content).find("head")
    card = {meta.get("property"): meta.get("content") for meta in head.xpath("meta[@property]")}
    assert card["og:title"] == 'Amt für "Dies" & Das'
    assert card["og:description"] == "Wir."
    assert card["og:url"] == "https://stadt.example/de/offices/x/"
    assert card["og:site_name"] == "Friedensplatz, Dortmund"
