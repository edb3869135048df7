# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading over GeoReport v2. The rules are those of the old black-box validators, named in docs/standards.md."""

import datetime as dt
from xml.etree.ElementTree import fromstring

import pytest
from django.utils import timezone

from friedensplatz.concerns.actions import answer_concern, dismiss_concern, withdraw_concern
from friedensplatz.concerns.erasing import erase_concern
from friedensplatz.concerns.models import Concern, Kind, Protection, Reporter
from friedensplatz.concerns.workflow import Outcome
from tests.schemas import errors_of, schema_folder

pytestmark = pytest.mark.django_db


@pytest.fixture
def lamp(hand_in, cast):
    """A defect its person left open."""
    person = Reporter("Alice Beispiel", email="alice@home.example", phone="0231 5550100")
    text = "Die Laterne ist aus. Gruß, Alice Beispiel, Tel. 0231 5550100, alice@home.example"
    return hand_in(text, kind=Kind.DEFECT, protection=Protection.OPEN, duty=cast.duty, reporter=person)[0]


@pytest.fixture
def ask(client):
    def act(path, status=200, **asked):
        response = client.get(f"/open311/v2/{path}", asked)
        assert response.status_code == status, response.content
        assert response.cookies == {}
        return response.json() if path.endswith(".json") else fromstring(response.content)

    return act


def test_discovery_says_where_and_in_which_formats(ask):
    found = ask("discovery.json")
    assert sorted(found) == ["changeset", "contact", "endpoints", "key_service"]
    (endpoint,) = found["endpoints"]
    assert endpoint["url"].endswith("/open311/v2")
    assert (endpoint["specification"], endpoint["type"]) == ("http://wiki.open311.org/GeoReport_v2", "production")
    assert endpoint["formats"] == ["text/xml", "application/json"]
    assert [one.text for one in ask("discovery.xml").iter("format")] == ["text/xml", "application/json"]


def test_services_are_duties_and_kinds_in_both_formats(ask, cast):
    found = ask("services.json")
    assert [one["service_code"] for one in found] == ["defect", "suggestion", cast.duty.slug]
    root = ask("services.xml")
    assert root.tag == "services"
    assert [(one.tag, one.findtext("metadata")) for one in root] == [
        ("service", "false"),
        ("service", "false"),
        ("service", "true"),
    ]


def test_services_are_each_valid(ask, cast):
    folder = schema_folder("open311-georeport-v2")
    assert [errors_of(one, folder / "service.json") for one in ask("services.json")] == [[], [], []]


def test_a_definition_names_its_attributes(ask, cast):
    found = ask(f"services/{cast.duty.slug}.json")
    assert errors_of(found, schema_folder("open311-georeport-v2") / "service-definition.json") == []
    assert [value["key"] for value in found["attributes"][0]["values"]] == ["defect", "suggestion"]
    root = ask(f"services/{cast.duty.slug}.xml")
    assert [one.text for one in root.findall("attributes/attribute/values/value/key")] == ["defect", "suggestion"]
    assert ask("services/defect.json") == {"service_code": "defect", "attributes": []}


def test_a_request_is_valid_and_says_nothing_of_the_person(ask, lamp, cast):
    (found,) = ask(f"requests/{lamp.reference}.json")
    assert errors_of(found, schema_folder("open311-georeport-v2") / "request.json") == []
    assert found["description"] == "Die Laterne ist aus. Gruß, ████ ████, Tel. ████, ████"
    assert (found["service_request_id"], found["service_code"], found["status"]) == (
        lamp.reference,
        cast.duty.slug,
        "open",
    )
    for name in ("requested_datetime", "updated_datetime", "expected_datetime"):
        assert dt.datetime.fromisoformat(found[name]).tzinfo is not None
    assert "extended_attributes" not in found


def test_a_request_whose_words_were_deleted_is_still_listed(ask, lamp):
    lamp.entries.all().delete()
    assert [one["description"] for one in ask("requests.json")] == [""]


def test_an_erased_concern_is_not_shown(ask, lamp):
    erase_concern(lamp)
    assert ask("requests.json") == []


def test_xml_holds_the_same_as_json(ask, lamp):
    (as_json,) = ask("requests.json")
    (as_xml,) = ask("requests.xml").findall("request")
    assert {part.tag: part.text for part in as_xml} == {name: value or None for name, value in as_json.items()}


@pytest.mark.parametrize("protection", [Protection.NORMAL, Protection.CONFIDENTIAL, Protection.SEALED])
def test_protected_concerns_are_never_shown(ask, hand_in, protection):
    concern = hand_in(kind=Kind.DEFECT, protection=protection)[0]
    assert ask("requests.json") == []
    assert ask(f"requests/{concern.reference}.json", status=404)[0]["code"] == 404
    assert ask(f"tokens/{concern.reference}.json", status=404)[0]["code"] == 404


def test_only_defects_and_suggestions_are_shown(ask, hand_in):
    for kind in Kind:
        hand_in(kind=kind, protection=Protection.OPEN)
    assert {one["service_code"] for one in ask("requests.json")} == {"defect", "suggestion"}


def test_what_was_withdrawn_or_no_real_matter_is_not_shown(ask, hand_in, bob):
    first, second = (hand_in(kind=Kind.DEFECT, protection=Protection.OPEN)[0] for _ in range(2))
    withdraw_concern(first)
    dismiss_concern(second, Outcome.SPAM, "Nichts zu tun.", by=bob)
    assert ask("requests.json") == []


def test_status_follows_the_concern_also_in_detail(ask, lamp, bob):
    (before,) = ask("requests.json", extensions="true")
    answer_concern(lamp, "Sie leuchtet wieder.", by=bob)
    (after,) = ask("requests.json", extensions="true")
    assert (before["status"], before["extended_attributes"]) == ("open", {"detailed_status": "RECEIVED"})
    assert (after["status"], after["extended_attributes"]) == ("closed", {"detailed_status": "PROCESSED"})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"status": "open"}, 1),
        ({"status": "open,closed"}, 1),
        ({"status": "closed"}, 0),
        ({"status": ""}, 1),
        ({"service_code": "babc-beschwerde, defect"}, 1),
        ({"service_code": "defect"}, 0),
        ({"start_date": "2020-01-01T00:00:00Z"}, 0),
        ({"start_date": "2020-01-01T00:00:00+01:00", "end_date": "2020-03-01T00:00:00+01:00"}, 0),
        ({"jurisdiction_id": "127.0.0.1"}, 1),
    ],
)
def test_lists_are_narrowed_down(client, lamp, asked, found):
    assert len(client.get("/open311/v2/requests.json", asked).json()) == found


def test_identifiers_overrule_everything_else(ask, lamp):
    Concern.objects.update(received_at=timezone.now() - dt.timedelta(days=200))
    assert ask("requests.json") == []
    found = ask("requests.json", service_request_id=f"{lamp.reference},0000000", service_code="defect")
    assert [one["service_request_id"] for one in found] == [lamp.reference]


@pytest.mark.parametrize(
    ("path", "asked", "status"),
    [
        ("requests.json", {"start_date": "gestern"}, 400),
        ("requests.json", {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-06-01T00:00:00Z"}, 400),
        ("requests.json", {"start_date": "2026-02-01T00:00:00Z", "end_date": "2026-01-01T00:00:00Z"}, 400),
        ("requests.json", {"status": "halfway"}, 400),
        ("requests.json", {"jurisdiction_id": "elsewhere.example"}, 404),
        ("requests/0000000.json", {}, 404),
        ("tokens/0000000.json", {}, 404),
        ("services/nothing.json", {}, 404),
        ("nothing.json", {}, 404),
    ],
)
def test_mistakes_are_said_as_the_standard_says_them(client, path, asked, status):
    for ending in ("json", "xml"):
        response = client.get(f"/open311/v2/{path}".replace("json", ending), asked)
        assert response.status_code == status
        if ending == "json":
            assert [sorted(one) for one in response.json()] == [["code", "description"]]
            assert response.json()[0]["code"] == status
        else:
            root = fromstring(response.content)
            assert (root.tag, root.findtext("error/code")) == ("errors", str(status))
            assert response["Content-Type"] == "text/xml; charset=utf-8"


def test_a_token_is_its_identifier(ask, lamp):
    assert ask(f"tokens/{lamp.reference}.json") == [{"service_request_id": lamp.reference, "token": lamp.reference}]


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_the_database_as_often_for_three_as_for_one(client, hand_in, number, django_assert_num_queries):
    for _ in range(number):
        hand_in(kind=Kind.DEFECT, protection=Protection.OPEN)
    with django_assert_num_queries(3):
        assert len(client.get("/open311/v2/requests.json").json()) == number
