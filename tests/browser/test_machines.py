# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The whole demo city as machines read it: every page of the sitemap, every document against its rules."""

import json
from urllib.request import urlopen

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree
from openapi_spec_validator import validate
from rdflib import RDF, Graph

from tests.linked import SCHEMA, graph_of
from tests.machine import ROOT
from tests.schemas import errors_of, schema_folder, shacl_errors_of

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
HSDS = {
    "organizations": "organization.json",
    "services": "service.json",
    "service_at_locations": "service_at_location.json",
}


@pytest.fixture(scope="module")
def read(house):
    """Gives what stands at a path or an address."""

    def read(path):
        with urlopen(path if path.startswith("http") else house.at(path), timeout=30) as answer:
            return answer.read().decode()

    return read


@pytest.fixture(scope="module")
def pages(read):
    """Every German page of the sitemap by its address."""
    tree = etree.fromstring(read("/sitemap.xml").encode())
    parts = [etree.fromstring(read(part).encode()) for part in tree.xpath("s:sitemap/s:loc/text()", namespaces=NAMES)]
    found = [page for part in parts or [tree] for page in part.xpath("s:url/s:loc/text()", namespaces=NAMES)]
    return {page: read(page) for page in found if "/de/" in page}


def test_every_page_of_the_sitemap_is_there_and_calls_itself_what_the_sitemap_calls_it(pages):
    heads = {address: etree.HTML(html.encode()).find("head") for address, html in pages.items()}
    assert len(heads) > 200
    assert [page for page, head in heads.items() if head.xpath("link[@rel='canonical']/@href") != [page]] == []
    assert [page for page, head in heads.items() if head.xpath("meta[@name='robots']")] == []


def test_every_page_tells_what_it_is(pages):
    untold = []
    for address, html in pages.items():
        graph = graph_of(html)
        kinds = set(graph.objects(None, RDF.type))
        if SCHEMA.WebPage not in kinds or (SCHEMA.BreadcrumbList not in kinds and not address.endswith("/de/")):
            untold.append(address)
    assert untold == []


@pytest.mark.parametrize("name", HSDS)
def test_every_document_of_hsds_is_valid(read, name):
    schema = schema_folder("hsds-3.0") / HSDS[name]
    wrong, number, last = [], 1, False
    while not last:
        page = json.loads(read(f"/hsds/{name}?per_page=100&page={number}"))
        wrong += [error for item in page["contents"] for error in errors_of(item, schema)]
        number, last = number + 1, page["last_page"]
    assert wrong == []


@pytest.mark.parametrize("folder", ["dcat-ap-3.0", "dcat-ap.de-3.0"])
def test_the_catalogue_is_valid(read, folder):
    graph = Graph().parse(data=read("/catalog.ttl"), format="turtle")
    assert shacl_errors_of(graph, schema_folder(folder)) == ""


def test_every_feed_is_valid(read, pages):
    rules = etree.RelaxNG(etree.parse(ROOT / "tests" / "atom.rng"))
    links = "link[@type='application/atom+xml']/@href"
    feeds = {feed for html in pages.values() for feed in etree.HTML(html.encode()).find("head").xpath(links)}
    assert len(feeds) > 60
    assert [feed for feed in sorted(feeds) if not rules.validate(etree.fromstring(read(feed).encode()))] == []


def test_the_interface_is_described_in_openapi_and_every_answer_keeps_to_it(read):
    described = json.loads(read("/api/v1/openapi.json"))
    validate(described)
    wrong, lists = [], [path for path, item in described["paths"].items() if "get" in item and "{" not in path]
    for path in lists:
        schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        validator = Draft202012Validator(
            schema | {"components": described["components"]}, format_checker=FormatChecker()
        )
        mark = ""
        while mark is not None:
            answer = json.loads(read(f"{path}?after={mark}"))
            wrong += [f"{path}: {error.message}" for error in validator.iter_errors(answer)]
            mark = (answer.get("next") or None) if isinstance(answer, dict) else None
    assert (len(lists), wrong) == (8, [])
