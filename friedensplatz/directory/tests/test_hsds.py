# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest

from friedensplatz.core.addresses import stable_uuid
from friedensplatz.directory.models import City, Contact, Duty, HoursException, Office, Organisation, Topic
from tests.schemas import errors_of, schema_folder

SCHEMAS = {
    "organizations": "organization.json",
    "services": "service.json",
    "service_at_locations": "service_at_location.json",
}


@pytest.fixture(autouse=True)
def _city(house, settings):
    settings.PUBLIC_URL = "https://stadt.example"
    City.objects.create(name={"de": "Dortmund"})
    Contact.objects.update(street="Friedensplatz 1", postcode="44135", locality="Dortmund", step_free=False)
    days = {"first_day": dt.date(2026, 12, 24), "last_day": dt.date(2026, 12, 31)}
    HoursException.objects.create(contact=Contact.objects.get(), **days)


def items(client, name, **asked):
    return client.get(f"/hsds/{name}", asked).json()["contents"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_items_keep_to_the_official_schema(client, name):
    schema = schema_folder("hsds-3.0") / SCHEMAS[name]
    found = items(client, name)
    assert found
    assert [error for item in found for error in errors_of(item, schema)] == []
    one = client.get(f"/hsds/{name}/{found[0]['id']}").json()
    assert one == found[0]


def test_organization_says_where_it_is_and_what_it_is_part_of(client):
    above, equality, club = items(client, "organizations")
    assert [one["name"] for one in (above, equality, club)] == ["Amt", "Gleichstellungsbüro", "Frauenverband"]
    assert equality["parent_organization_id"] == above["id"] == stable_uuid("office", "above")
    [place] = equality["locations"]
    assert place["addresses"][0]["address_1"] == "Friedensplatz 1"
    assert place["accessibility"][0]["description"] == "nicht stufenlos zugänglich"
    week, closed = place["schedules"]
    assert (week["byday"], week["opens_at"], week["closes_at"]) == ("MO", "09:00", "12:00")
    assert (closed["valid_from"], closed["valid_to"], closed["description"]) == (
        "2026-12-24",
        "2026-12-31",
        "geschlossen",
    )
    assert "opens_at" not in closed
    assert club["website"] == "https://stadt.example/de/organisations/club/"


def test_service_says_who_does_it_for_whom_where(client):
    [advice] = items(client, "services")
    assert advice["id"] == stable_uuid("duty", "advice")
    assert advice["organization"]["name"] == "Gleichstellungsbüro"
    assert [area["name"] for area in advice["service_areas"]] == ["Dortmund"]
    assert [one["taxonomy_term"]["name"] for one in advice["attributes"]] == ["Gleichheit"]
    assert advice["service_at_locations"][0]["id"] == items(client, "service_at_locations")[0]["id"]


def test_texts_come_in_the_asked_language(client):
    answer = client.get("/hsds/organizations?language=en", headers={"accept-language": "ar"})
    assert answer.json()["contents"][1]["name"] == "Equality Office"
    assert answer["Content-Language"] == "en"


def test_list_comes_in_pages(client):
    first = client.get("/hsds/organizations?per_page=2").json()
    assert [len(first.pop("contents")), first] == [
        2,
        {
            "total_items": 3,
            "total_pages": 2,
            "page_number": 1,
            "size": 2,
            "first_page": True,
            "last_page": False,
            "empty": False,
        },
    ]
    last = client.get("/hsds/organizations?per_page=2&page=2").json()
    assert (last["size"], last["last_page"], last["contents"][0]["name"]) == (1, True, "Frauenverband")


def test_a_page_after_the_last_is_empty_and_says_so(client):
    beyond = client.get("/hsds/organizations?per_page=2&page=9").json()
    assert (beyond["contents"], beyond["size"], beyond["page_number"]) == ([], 0, 9)
    assert (beyond["total_items"], beyond["last_page"], beyond["empty"]) == (3, True, True)


def test_lists_are_searched_by_words_and_told_in_short(client):
    assert [one["name"] for one in items(client, "organizations", search="gleich büro")] == ["Gleichstellungsbüro"]
    assert items(client, "services", search="gibt es nicht") == []
    [short] = items(client, "services", minimal="true")
    assert sorted(short) == ["id", "last_modified"]


def test_services_and_terms_of_a_taxonomy(client):
    names = {one["name"]: one["id"] for one in items(client, "taxonomies")}
    assert [one["name"] for one in items(client, "services", taxonomy_id=names["topics"])] == ["Rat"]
    assert items(client, "services", taxonomy_id=names["audiences"]) == []
    terms = items(client, "taxonomy_terms", taxonomy_id=names["topics"])
    assert {term["taxonomy"] for term in terms} == {"topics"}


def test_services_when_narrowed_down(client):
    club = Organisation.objects.get(slug="club")
    Duty.objects.create(slug="help", organisation=club, title={"de": "Hilfe"})
    assert [one["name"] for one in items(client, "services", organization_id=stable_uuid("organisation", "club"))] == [
        "Hilfe"
    ]
    assert [one["name"] for one in items(client, "services", taxonomy_term_id=stable_uuid("topic", "equal"))] == ["Rat"]
    Duty.objects.filter(slug="advice").update(changed_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert [one["name"] for one in items(client, "services", modified_after="2021-01-01T00:00:00Z")] == ["Hilfe"]


def test_services_of_nobody_and_of_closed_offices_are_left_out(client):
    Duty.objects.create(slug="weather", title={"de": "Wetter"})
    Office.objects.filter(slug="equality").update(closed_on=dt.date(2025, 1, 31))
    assert items(client, "services") == items(client, "service_at_locations") == []
    assert [one["name"] for one in items(client, "organizations")] == ["Amt", "Frauenverband"]


def test_terms_name_their_taxonomy_and_the_term_above(client):
    Topic.objects.create(slug="rights", name={"de": "Rechte"}, parent=Topic.objects.get(slug="equal"))
    terms = {term["code"]: term for term in items(client, "taxonomy_terms")}
    assert terms["rights"]["parent_id"] == terms["equal"]["id"]
    taxonomies = {one["id"]: one["name"] for one in items(client, "taxonomies")}
    assert {taxonomies[term["taxonomy_id"]] for term in terms.values()} == {"topics", "audiences"}


def test_question_when_wrong_is_answered_with_what_is_wrong(client):
    answer = client.get("/hsds/services?page=minus&modified_after=yesterday")
    assert (answer.status_code, sorted(answer.json()["errors"])) == (400, ["modified_after", "page"])


@pytest.mark.parametrize("path", ["programs", f"services/{stable_uuid('nobody')}"])
def test_what_is_not_there_is_404(client, path):
    assert client.get(f"/hsds/{path}").status_code == 404


def test_other_websites_may_read_it_and_nothing_is_sent_twice(client):
    answer = client.get("/hsds/")
    assert answer.json()["version"] == "3.0"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert client.get("/hsds/", headers={"if-none-match": answer["ETag"]}).status_code == 304


@pytest.mark.parametrize("name", ["organizations", "services", "service_at_locations", "taxonomy_terms"])
@pytest.mark.parametrize("rows", [1, 3])
def test_lists_cost_the_same_queries_however_many(client, name, rows, django_assert_max_num_queries):
    for number in range(rows):
        office = Office.objects.create(slug=f"office{number}", kind="office", name={"de": "Büro"})
        Contact.objects.create(office=office, street="Weg 1")
        duty = Duty.objects.create(slug=f"duty{number}", office=office, title={"de": "Pflicht"})
        duty.topics.add(Topic.objects.create(slug=f"topic{number}", name={"de": "Thema"}))
    with django_assert_max_num_queries(10):
        assert client.get(f"/hsds/{name}").status_code == 200
