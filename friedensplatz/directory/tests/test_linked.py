# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from rdflib import RDF, Literal, URIRef

from friedensplatz.directory.models import City, Contact, HoursException, Organisation
from tests.linked import SCHEMA, graph_of

OFFICE = URIRef("https://stadt.example/de/offices/equality/#it")


@pytest.fixture
def told(house, client, settings):
    """Gives what a page tells machines."""
    settings.PUBLIC_URL = "https://stadt.example"
    City.objects.create(name={"de": "Dortmund"}, full_name="Stadt Dortmund")

    def read(address):
        return graph_of(client.get(address).content.decode())

    return read


def values(graph, subject, *path):
    """What stands at the end of a path of schema.org words, in order."""
    things = [subject]
    for word in path:
        things = [found for thing in things for found in graph.objects(thing, SCHEMA[word])]
    return sorted(str(thing) for thing in things)


def test_office_tells_who_it_is_and_how_to_reach_it(told):
    Contact.objects.update(street="Friedensplatz 1", postcode="44135", locality="Dortmund", step_free=True)
    graph = told("/en/offices/equality/")
    assert (OFFICE, RDF.type, SCHEMA.GovernmentOffice) in graph
    assert values(graph, OFFICE, "name") == ["Equality Office"]
    assert values(graph, OFFICE, "url") == ["https://stadt.example/en/offices/equality/"]
    assert values(graph, OFFICE, "telephone") == ["0231 000-1101"]
    assert values(graph, OFFICE, "contactPoint", "availableLanguage") == ["de"]
    assert values(graph, OFFICE, "areaServed", "name") == ["Dortmund"]
    assert values(graph, OFFICE, "parentOrganization") == ["https://stadt.example/de/offices/above/#it"]
    assert values(graph, OFFICE, "address", "streetAddress") == ["Friedensplatz 1"]
    assert values(graph, OFFICE, "address", "addressCountry") == ["DE"]
    assert values(graph, OFFICE, "amenityFeature", "value") == ["true"]


def test_office_tells_its_hours_and_the_days_on_which_they_do_not_hold(told):
    days = {"first_day": dt.date(2026, 12, 24), "last_day": dt.date(2026, 12, 31)}
    HoursException.objects.create(contact=Contact.objects.get(), **days)
    graph = told("/de/offices/equality/")
    week = ("openingHoursSpecification",)
    assert values(graph, OFFICE, *week, "dayOfWeek") == ["https://schema.org/Monday"]
    assert values(graph, OFFICE, *week, "opens") + values(graph, OFFICE, *week, "closes") == ["09:00", "12:00"]
    closed = ("specialOpeningHoursSpecification",)
    assert values(graph, OFFICE, *closed, "validFrom") == ["2026-12-24"]
    assert values(graph, OFFICE, *closed, "validThrough") == ["2026-12-31"]
    assert values(graph, OFFICE, *closed, "opens") == values(graph, OFFICE, *closed, "closes") == ["00:00"]


def test_office_tells_what_it_does_and_who_holds_its_posts_today(told):
    graph = told("/de/offices/equality/")
    [service] = graph.subjects(SCHEMA.provider, OFFICE)
    assert (service, RDF.type, SCHEMA.GovernmentService) in graph
    assert [values(graph, service, word) for word in ("name", "description")] == [["Rat"], ["Wir hören zu."]]
    [person] = graph.subjects(RDF.type, SCHEMA.Person)
    assert values(graph, person, "name") == ["Petra Platzhalter"]
    assert values(graph, person, "jobTitle") == ["Leitung"]
    assert values(graph, person, "worksFor") == [str(OFFICE)]
    assert len(list(graph.predicate_objects(person))) == 4  # nothing the page does not show


def test_page_of_an_office_has_it_as_its_subject_and_tells_the_way(told):
    graph = told("/de/offices/equality/")
    page = URIRef("https://stadt.example/de/offices/equality/")
    assert (page, RDF.type, SCHEMA.WebPage) in graph
    assert (page, SCHEMA.mainEntity, OFFICE) in graph
    assert values(graph, page, "inLanguage") == ["de"]
    [way] = graph.subjects(RDF.type, SCHEMA.BreadcrumbList)
    steps = {
        int(graph.value(step, SCHEMA.position)): (graph.value(step, SCHEMA.name), graph.value(step, SCHEMA.item))
        for step in graph.objects(way, SCHEMA.itemListElement)
    }
    assert [steps[number] for number in sorted(steps)] == [
        (Literal("Startseite"), URIRef("https://stadt.example/de/")),
        (Literal("Ämter und Stellen"), URIRef("https://stadt.example/de/offices/")),
        (Literal("Amt"), URIRef("https://stadt.example/de/offices/above/")),
        (Literal("Gleichstellungsbüro"), None),
    ]


def test_organisation_tells_what_kind_it_is(told):
    Organisation.objects.filter(slug="club").update(website="https://club.example", phone="0231 1")
    graph = told("/de/organisations/club/")
    club = URIRef("https://stadt.example/de/organisations/club/#it")
    assert (club, RDF.type, SCHEMA.NGO) in graph
    assert values(graph, club, "sameAs") == ["https://club.example"]
    assert values(graph, club, "telephone") == ["0231 1"]
    assert values(graph, club, "openingHoursSpecification") == []


def test_district_lies_in_the_city(told, north):
    graph = told("/de/districts/north/")
    district = URIRef("https://stadt.example/de/districts/north/#it")
    assert (district, RDF.type, SCHEMA.AdministrativeArea) in graph
    assert values(graph, district, "containedInPlace", "name") == ["Dortmund"]
