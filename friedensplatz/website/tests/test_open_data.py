# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import csv
import io
import json

import pytest
from django.conf import settings as house
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef
from rdflib.compare import isomorphic

from friedensplatz.assets.tests.samples import make_asset
from friedensplatz.directory.models import City, Contact, Duty, Office, Organisation, Topic
from friedensplatz.search.actions import rebuild_index
from friedensplatz.website.machines.licences import check_licence
from friedensplatz.website.machines.turtle import turtle
from tests.linked import parse_json_ld
from tests.schemas import schema_folder, shacl_errors_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city(settings):
    settings.PUBLIC_URL = "https://stadt.example"
    City.objects.create(
        name={"de": "Dortmund"},
        full_name="Stadt Dortmund",
        regional_key="05913000",
        imprint={"email": "post@stadt.example", "phone": "0231 000-1"},
    )
    office = Office.objects.create(slug="lampen", kind="office", name={"de": 'Amt für "Lampen", groß', "en": "Lamps"})
    Contact.objects.create(office=office, phone="0231 000-2", languages=["de", "uk"], step_free=True)
    office.topics.add(Topic.objects.create(slug="licht", name={"de": "Licht"}))
    Duty.objects.create(slug="lampe", office=office, title={"de": "Lampe kaputt"})
    Organisation.objects.create(slug="club", kind="association", name={"de": "Verein"})
    rebuild_index()


def read(client, address):
    return b"".join(client.get(address).streaming_content).decode()


def catalogue(client):
    return Graph().parse(data=client.get("/catalog.ttl").content.decode(), format="turtle")


@pytest.mark.parametrize("folder", ["dcat-ap-3.0", "dcat-ap.de-3.0"])
def test_catalogue_keeps_to_the_shapes(client, folder):
    assert shacl_errors_of(catalogue(client), schema_folder(folder)) == ""


def test_catalogue_says_the_same_in_both_forms(client):
    other = Graph()
    parse_json_ld(other, client.get("/catalog.jsonld").content.decode())
    assert isomorphic(catalogue(client), other)


def test_catalogue_lists_every_dataset_with_files_that_are_there(client):
    graph = catalogue(client)
    files = {str(address) for address in graph.objects(None, DCAT.downloadURL)}
    assert len(files) == 16
    for address in files:
        assert client.get(address.removeprefix("https://stadt.example")).status_code == 200
    [publisher] = set(graph.objects(None, DCTERMS.publisher))
    assert str(graph.value(publisher, URIRef("http://xmlns.com/foaf/0.1/name"))) == "Stadt Dortmund"
    places = {str(place) for place in graph.objects(None, DCTERMS.spatial)}
    assert places == {"http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05913000"}
    assert len(list(graph.subjects(RDF.type, DCAT.DataService))) == 3


def test_catalogue_when_the_city_is_blank_is_still_written(client):
    City.objects.all().delete()
    assert (None, RDF.type, DCAT.Catalog) in catalogue(client)


def test_turtle_when_texts_and_addresses_hold_strange_signs():
    document = {
        "@context": {"x": "https://x.example/"},
        "@graph": [
            {
                "@id": "https://x.example/a b<c>",
                "x:text": 'Zeile "eins"\n\\ zwei',
                "x:inside": [{"@type": "x:Thing", "x:name": {"@value": "ä", "@language": "de"}}, "second"],
            }
        ],
    }
    graph = Graph().parse(data=turtle(document), format="turtle")
    texts = {str(text) for text in graph.objects(None, URIRef("https://x.example/text"))}
    assert texts == {'Zeile "eins"\n\\ zwei'}
    assert len(graph) == 5


def test_csv_has_a_column_for_each_language(client):
    [row] = csv.DictReader(io.StringIO(read(client, "/data/offices.csv"), newline=""))
    languages = [name.removeprefix("name_") for name in row if name.startswith("name_")]
    assert languages == [*dict(house.LANGUAGES), "easy"]
    assert (row["name_de"], row["name_en"]) == ('Amt für "Lampen", groß', "Lamps")
    assert (row["languages"], row["step_free"], row["topics"]) == ("de|uk", "yes", "licht")
    assert row["url"] == "https://stadt.example/de/offices/lampen/"


def test_json_names_its_licence(client):
    told = json.loads(read(client, "/data/duties.json"))
    assert told["license"] == "http://dcat-ap.de/def/licenses/dl-by-de/2.0"
    assert [(duty["id"], duty["office"], duty["title"]) for duty in told["items"]] == [
        ("lampe", "lampen", {"de": "Lampe kaputt"})
    ]


def test_json_ld_of_a_dataset_is_one_graph(client):
    told = json.loads(read(client, "/data/offices.jsonld"))
    assert [node["@type"] for node in told["@graph"]] == ["GovernmentOffice", "GovernmentService"]


def test_contents_hold_every_page_in_its_languages(client):
    items = json.loads(read(client, "/data/contents.json"))["items"]
    assert {(item["kind"], item["language"], item["url"]) for item in items} >= {
        ("office", "de", "https://stadt.example/de/offices/lampen/"),
        ("office", "en", "https://stadt.example/en/offices/lampen/"),
        ("organisation", "de", "https://stadt.example/de/organisations/club/"),
    }


def test_file_says_the_same_whoever_asks(client):
    assert "Amt für" in read(client, "/data/offices.jsonld")
    asked = client.get("/data/offices.jsonld", headers={"accept-language": "en"})
    assert "Amt für" in b"".join(asked.streaming_content).decode()


def test_file_when_unchanged_is_not_sent_again(client):
    seen = client.get("/data/offices.csv")["ETag"]
    assert client.get("/data/offices.csv", headers={"if-none-match": seen}).status_code == 304
    Office.objects.create(slug="neu", kind="office", name={"de": "Neu"})
    assert client.get("/data/offices.csv", headers={"if-none-match": seen}).status_code == 200


@pytest.mark.parametrize("file", ["nobody.csv", "topics.jsonld", "offices.xml"])
def test_file_that_is_not_there_is_404(client, file):
    assert client.get(f"/data/{file}").status_code == 404


@pytest.mark.parametrize(
    "file", ["offices.csv", "offices.jsonld", "duties.csv", "organisations.jsonld", "contents.csv"]
)
@pytest.mark.parametrize("rows", [1, 3])
def test_files_cost_the_same_queries_however_many_rows(client, file, rows, django_assert_max_num_queries):
    image = make_asset()
    for number in range(rows):
        office = Office.objects.create(slug=f"office{number}", kind="office", name={"de": "Büro"}, image=image)
        Duty.objects.create(slug=f"duty{number}", office=office, title={"de": "Pflicht"})
        Organisation.objects.create(slug=f"club{number}", kind="association", name={"de": "Verein"}, image=image)
        Topic.objects.create(slug=f"topic{number}", name={"de": "Thema"})
    rebuild_index()
    with django_assert_max_num_queries(12):  # the texts: one a language, and goals are told in nine
        read(client, f"/data/{file}")


def test_page_about_open_data_names_licence_and_files(client):
    page = client.get("/de/data/").content.decode()
    assert "Datenlizenz Deutschland – Namensnennung 2.0" in page
    assert '<a href="/data/offices.csv">' in page
    assert "/api/v1/openapi.json" in page


def test_licence_when_unknown_is_told_by_the_check(settings):
    assert check_licence(None) == []
    settings.DATA_LICENCE = "mine"
    assert [problem.id for problem in check_licence(None)] == ["friedensplatz.E009"]
