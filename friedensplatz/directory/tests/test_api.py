# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from friedensplatz.directory.models import District, Duty, Office, OfficeName, Organisation, Topic


def test_office_tells_current_and_former_names_contact_and_duties(client, house):
    told = client.get("/api/v1/offices/equality").json()
    assert [name["name"]["de"] for name in told["names"]] == ["Frauenbüro", "Gleichstellungsbüro"]
    assert told["names"][0]["until"] == "2017"
    assert told["parent"] == "above"
    assert told["contact"]["phone"] == "0231 000-1101"
    assert told["contact"]["hours"] == [{"weekday": 0, "opens": "09:00:00", "closes": "12:00:00"}]
    assert [duty["id"] for duty in told["duties"]] == ["advice"]
    assert told["source"] == {"title": "Faltblatt", "date": "2018-03"}


def test_office_that_is_no_more_is_told_by_itself_and_not_in_the_list(client, house):
    Office.objects.filter(slug="equality").update(closed_on="2025-01-31")
    assert client.get("/api/v1/offices/equality").json()["closed_on"] == "2025-01-31"
    assert [office["id"] for office in client.get("/api/v1/offices").json()["items"]] == ["above"]


def test_office_of_nobody_is_404(client, db):
    assert client.get("/api/v1/offices/nobody").status_code == 404


def test_offices_when_narrowed_down(client, house):
    assert [office["id"] for office in client.get("/api/v1/offices?topic=equal").json()["items"]] == ["equality"]
    assert client.get("/api/v1/offices?topic=unknown").json() == {"items": [], "next": ""}


def test_organisations_come_in_pages(client, db):
    for number in range(51):
        Organisation.objects.create(slug=f"club{number:02}", kind="association", name={"de": "Verein"})
    first = client.get("/api/v1/organisations?kind=association").json()
    rest = client.get("/api/v1/organisations", {"kind": "association", "after": first["next"]}).json()
    assert [len(first["items"]), [one["id"] for one in rest["items"]], rest["next"]] == [50, ["club50"], ""]


@pytest.mark.parametrize("rows", [1, 3])
def test_offices_cost_the_same_queries_however_many(client, house, rows, django_assert_max_num_queries):
    for index in range(rows):
        office = Office.objects.create(slug=f"office{index}", kind="office", name={"de": "Büro"})
        OfficeName.objects.create(office=office, name={"de": "Büro"})
        Duty.objects.create(slug=f"duty{index}", office=office, title={"de": "Pflicht"})
    with django_assert_max_num_queries(5):
        assert client.get("/api/v1/offices").status_code == 200


def test_duties_when_narrowed_down(client, house):
    [advice] = client.get("/api/v1/duties?office=equality&topic=equal").json()["items"]
    assert (advice["id"], advice["title"], advice["districts"]) == ("advice", {"de": "Rat"}, [])
    assert client.get("/api/v1/duties/advice").json() == advice
    assert client.get("/api/v1/duties?audience=women").json() == {"items": [], "next": ""}


def test_duties_of_a_district_include_those_of_the_whole_city(client, north):
    District.objects.create(slug="south", number=2, name={"de": "Süd"})
    Duty.objects.create(slug="everywhere", office=Office.objects.get(slug="above"), title={"de": "Überall"})
    found = {slug: client.get(f"/api/v1/duties?district={slug}").json()["items"] for slug in ("north", "south")}
    assert {slug: [duty["id"] for duty in duties] for slug, duties in found.items()} == {
        "north": ["advice", "everywhere"],
        "south": ["everywhere"],
    }


def test_duties_of_nobody_and_of_closed_offices_are_left_out(client, house):
    Duty.objects.create(slug="weather", title={"de": "Wetter"})
    Office.objects.filter(slug="equality").update(closed_on="2025-01-31")
    assert client.get("/api/v1/duties").json()["items"] == []


@pytest.mark.parametrize(("name", "model"), [("offices", Office), ("duties", Duty), ("organisations", Organisation)])
def test_lists_when_only_what_changed_is_wanted(client, house, name, model):
    model.objects.update(changed_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert client.get(f"/api/v1/{name}?changed_since=2020-01-02T00:00:00Z").json()["items"] == []
    assert client.get(f"/api/v1/{name}?changed_since=2020-01-01T00:00:00Z").json()["items"] != []
    assert client.get(f"/api/v1/{name}?changed_since=yesterday").status_code == 422


def test_subjects_are_listed_with_their_pages(client, house, north, settings):
    settings.PUBLIC_URL = "https://stadt.example"
    Topic.objects.create(slug="rights", name={"de": "Rechte"}, parent=Topic.objects.get(slug="equal"))
    topics = client.get("/api/v1/topics").json()["items"]
    assert [(topic["id"], topic["parent"]) for topic in topics] == [("equal", None), ("rights", "equal")]
    assert topics[0]["url"] == "https://stadt.example/de/topics/equal/"
    assert [one["id"] for one in client.get("/api/v1/audiences").json()["items"]] == ["women"]
    assert [one["id"] for one in client.get("/api/v1/districts").json()["items"]] == ["north"]
    goals = client.get("/api/v1/goals").json()["items"]
    assert [goal["id"] for goal in goals] == [str(number) for number in range(1, 18)]


def test_answers_may_be_read_by_other_websites_and_are_not_sent_twice(client, house):
    answer = client.get("/api/v1/offices")
    assert answer["Access-Control-Allow-Origin"] == "*"
    again = client.get("/api/v1/offices", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"


def test_description_keeps_to_openapi(client):
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    validate(described)


@pytest.mark.parametrize("name", ["duties", "topics"])
@pytest.mark.parametrize("rows", [1, 3])
def test_other_lists_cost_the_same_queries_however_many(client, house, name, rows, django_assert_max_num_queries):
    for number in range(rows):
        above = Topic.objects.create(slug=f"above{number}", name={"de": "Oben"})
        topic = Topic.objects.create(slug=f"topic{number}", name={"de": "Thema"}, parent=above)
        duty = Duty.objects.create(slug=f"duty{number}", office=house, title={"de": "Pflicht"})
        duty.topics.add(topic)
    with django_assert_max_num_queries(5):
        assert client.get(f"/api/v1/{name}").status_code == 200


def test_description_names_what_is_answered_when_something_is_not_found_or_not_understood(client, house):
    described = client.get("/api/v1/openapi.json").json()
    office, offices = (described["paths"][f"/api/v1/{path}"]["get"] for path in ("offices/{slug}", "offices"))
    assert (sorted(office["responses"]), sorted(offices["responses"])) == (["200", "404", "422"], ["200", "422"])
    schemas = {"components": described["components"]}
    for path, operation, status in (
        ("offices/nobody", office, 404),
        ("offices?changed_since=long-ago", offices, 422),
        ("offices?topic=%00", offices, 422),
        ("offices", offices, 200),
    ):
        answer = client.get(f"/api/v1/{path}")
        schema = operation["responses"][str(status)]["content"]["application/json"]["schema"]
        assert answer.status_code == status
        assert list(Draft202012Validator(schema | schemas).iter_errors(answer.json())) == []
