# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from friedensplatz.directory.models import Audience, District, Duty, Office, Organisation, Topic
from friedensplatz.search.actions import rebuild_index
from friedensplatz.search.models import Facet
from friedensplatz.search.plug import kind_name
from friedensplatz.search.queries import gathered, key_of, related, shelves

pytestmark = pytest.mark.django_db


def make_office(slug, *, topics=(), districts=(), audiences=(), **fields):
    office = Office.objects.create(slug=slug, kind="office", **{"name": {"de": slug.title()}} | fields)
    office.topics.set(topics)
    office.audiences.set(audiences)
    if districts:
        Duty.objects.create(slug=f"{slug}-duty", office=office, title={"de": "Dienst"}).districts.set(districts)
    return office


@pytest.fixture
def europe():
    return Topic.objects.create(slug="europa", name={"de": "Europa", "en": "Europe"})


@pytest.fixture
def north():
    return District.objects.create(slug="nord", number=1, name={"de": "Nord"})


@pytest.fixture
def women():
    return Audience.objects.create(slug="frauen", name={"de": "Frauen"})


def slugs(hits):
    return [hit.url.rstrip("/").rpartition("/")[2] for hit in hits]


def test_facets_when_indexed_are_those_of_the_thing_and_its_duties(europe, north, women):
    parent = make_office("amt")
    make_office("stelle", topics=[europe], districts=[north], audiences=[women], parent=parent)
    rebuild_index()
    found = Facet.objects.filter(entry__docs__title="Stelle").values_list("kind", "slug")
    assert sorted(found) == [
        ("audience", "frauen"),
        ("district", "nord"),
        ("office", "amt"),
        ("office", "stelle"),
        ("topic", "europa"),
    ]


def test_gathered_when_asked_is_by_rank_then_title_and_past_things_last(europe):
    make_office("zoo", topics=[europe])
    make_office("aepfel", name={"de": "Äpfel"}, topics=[europe])
    make_office("alt", topics=[europe], closed_on=dt.date(2020, 1, 1))
    Organisation.objects.create(slug="bund", kind="association", name={"de": "Bund"}).topics.add(europe)
    make_office("fern")
    rebuild_index()
    exclude = [key_of(europe)]
    assert slugs(gathered("topic", "europa", "de", exclude=exclude)) == ["aepfel", "zoo", "bund", "alt"]
    assert slugs(gathered("topic", "europa", "de", kinds=["office"], exclude=exclude)) == ["aepfel", "zoo", "alt"]
    first = gathered("topic", "europa", "de", exclude=exclude, limit=2)
    assert slugs(gathered("topic", "europa", "de", exclude=exclude, limit=2, after=first[-1].thing_key)) == [
        "bund",
        "alt",
    ]
    assert [(hit.title, hit.language) for hit in gathered("topic", "europa", "en", kinds=["topic"])] == [
        ("Europe", "en")
    ]


def test_related_when_facets_are_shared_says_why_and_weighs_them(europe, north, women):
    everything = {"topics": [europe], "districts": [north], "audiences": [women]}
    asked = make_office("asked", **everything)
    make_office("place", districts=[north])
    make_office("people", audiences=[women])
    make_office("subject", topics=[europe])
    make_office("branch", parent=asked)
    make_office("gone", topics=[europe], audiences=[women], closed_on=dt.date(2020, 1, 1))
    make_office("stranger")
    rebuild_index()
    found = related(asked, "de", exclude=[key_of(europe), key_of(north), key_of(women)])
    assert [(slugs([one.hit])[0], one.reasons) for one in found] == [
        ("branch", (("office", "asked"),)),
        ("subject", (("topic", "europa"),)),
        ("gone", (("topic", "europa"), ("audience", "frauen"))),
        ("people", (("audience", "frauen"),)),
        ("place", (("district", "nord"),)),
    ]


def test_related_when_a_facet_is_rarer_it_weighs_more(europe):
    rare = Topic.objects.create(slug="rar", name={"de": "Rar"})
    asked = make_office("asked", topics=[europe, rare])
    make_office("a-common", topics=[europe])
    make_office("b-rare", topics=[rare])
    for number in range(5):
        make_office(f"c{number}", topics=[europe])
    rebuild_index()
    assert slugs(one.hit for one in related(asked, "de", 2, exclude=[key_of(rare)])) == ["b-rare", "a-common"]


def test_related_when_another_component_gives_points_adds_them_and_says_so(europe, monkeypatch):
    asked = make_office("asked", topics=[europe])
    make_office("near", topics=[europe])
    far = make_office("far")
    rebuild_index()
    given = {key_of(asked): {key_of(far): 50_000, "no.such:1": 1}}
    monkeypatch.setattr("friedensplatz.search.queries.points_from", [lambda key: given.get(key, {})])
    found = related(asked, "de", exclude=[key_of(europe)])
    assert [(slugs([one.hit])[0], one.reasons) for one in found] == [
        ("far", (("also", ""),)),
        ("near", (("topic", "europa"),)),
    ]


def test_related_when_editors_pinned_something_shows_it_first_in_their_order(europe):
    asked = make_office("asked", topics=[europe])
    make_office("near", topics=[europe])
    pins = [key_of(make_office("z-first")), key_of(make_office("a-second", topics=[europe]))]
    rebuild_index()
    found = related(asked, "de", pins=pins, exclude=[key_of(europe)])
    assert [(slugs([one.hit])[0], one.reasons) for one in found] == [
        ("z-first", (("pinned", ""),)),
        ("a-second", (("pinned", ""), ("topic", "europa"))),
        ("near", (("topic", "europa"),)),
    ]


def test_shelves_when_much_belongs_show_each_kind_and_how_many_more(europe):
    for slug in ("c", "a", "b"):
        make_office(slug, topics=[europe])
    rebuild_index()
    shown = shelves("topic", "europa", "de", exclude=[key_of(europe)], each=2)
    assert [(shelf.kind, shelf.name, slugs(shelf.teasers), shelf.more) for shelf in shown] == [
        ("office", kind_name("office"), ["a", "b"], 1)
    ]
    assert shelves("topic", "europa", "de", exclude=["office", "topic"]) == []


def test_related_when_thing_is_not_findable_is_empty(europe):
    assert related(europe, "de") == []


@pytest.mark.parametrize("count", [1, 3])
def test_queries_when_more_belongs_stay_few(europe, count):
    asked = make_office("asked", topics=[europe])
    for number in range(count):
        make_office(f"more{number}", topics=[europe])
    rebuild_index()
    for ask, most in ((lambda: gathered("topic", "europa", "de"), 2), (lambda: related(asked, "de"), 5)):
        ask()
        with CaptureQueriesContext(connection) as queries:
            assert len(ask()) >= count
        assert len(queries) <= most
