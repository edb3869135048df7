# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.urls import reverse

from friedensplatz.concerns import codes
from friedensplatz.concerns.models import ApiKey, Concern
from friedensplatz.concerns.open311.keys import make_key, revoke_key
from friedensplatz.concerns.queries import opening_of, reporter_of

pytestmark = pytest.mark.django_db
REQUESTS = "/open311/v2/requests.json"


@pytest.fixture
def key(ada):
    return make_key(ApiKey(name="Stadt-App"), by=ada)


@pytest.fixture
def report(key, cast):
    return {
        "api_key": key,
        "service_code": cast.duty.slug,
        "lat": "51.5136",
        "long": "7.4653",
        "description": "Die Laterne ist aus.",
        "first_name": "Alice",
        "last_name": "Beispiel",
        "email": "alice@home.example",
        "attribute[kind]": "suggestion",
        "media_url": "",
    }


def test_a_report_becomes_an_open_concern_with_its_receipt(client, report, cast):
    (answer,) = client.post(REQUESTS, report).json()
    concern = Concern.objects.get()
    assert (concern.reference, concern.kind, concern.protection, concern.channel, concern.office) == (
        answer["service_request_id"],
        "suggestion",
        "open",
        "open311",
        cast.office,
    )
    assert (opening_of(concern), reporter_of(concern).name) == ("Die Laterne ist aus.", "Alice Beispiel")
    code = answer["service_notice"].rstrip(".").rpartition(" ")[2]
    assert codes.matches(code, concern.code_digest)
    assert "token" not in answer
    (shown,) = client.get(f"/open311/v2/requests/{concern.reference}.json").json()
    assert (shown["lat"], shown["long"]) == (51.5136, 7.4653)


def test_the_same_report_again_is_the_same_concern(client, report):
    first, second = (client.post(REQUESTS, report).json()[0]["service_request_id"] for _ in range(2))
    assert first == second
    assert Concern.objects.count() == 1


def test_xml_is_answered_in_xml(client, report):
    response = client.post("/open311/v2/requests.xml", report)
    assert response.content.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<service_requests><request>")


def test_nobody_named_stays_anonymous(client, report):
    client.post(REQUESTS, report | dict.fromkeys(("first_name", "last_name", "email"), ""))
    assert (Concern.objects.get().is_anonymous, Concern.objects.get().parties.count()) == (True, 0)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"api_key": ""}, 403),
        ({"api_key": "guessed"}, 403),
        ({"service_code": ""}, 400),
        ({"service_code": "nothing"}, 404),
        ({"service_code": "defect"}, 400),  # nothing was learnt yet, so the words lead nowhere
        ({"lat": ""}, 400),
        ({"lat": "", "long": ""}, 400),
        ({"lat": "91"}, 400),
        ({"lat": "nan"}, 400),
        ({"description": ""}, 400),
        ({"description": "x" * 4_001}, 400),
        ({"email": "nobody"}, 400),
        ({"attribute[kind]": "petition"}, 400),
        ({"jurisdiction_id": "elsewhere.example"}, 404),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(client, report, changed, status):
    response = client.post(REQUESTS, report | changed)
    assert (response.status_code, Concern.objects.count()) == (status, 0)
    assert {one["code"] for one in response.json()} == {status}


def test_an_address_is_place_enough(client, report):
    sent = report | {"lat": "", "long": "", "address_string": "Bornstraße 12"}
    assert client.post(REQUESTS, sent).status_code == 200
    assert Concern.objects.get().place == "Bornstraße 12"


def test_a_revoked_key_opens_nothing(client, report, ada):
    revoke_key(ApiKey.objects.get(), by=ada)
    assert client.post(REQUESTS, report).status_code == 403


def test_a_key_is_good_for_a_number_an_hour(client, report, settings):
    settings.OPEN311_PER_HOUR = 1
    sent = [client.post(REQUESTS, report | {"description": f"Laterne {n}"}).status_code for n in range(2)]
    assert (sent, Concern.objects.count()) == ([200, 400], 1)


def test_a_key_is_shown_once_and_stored_nowhere(client, ada):
    client.force_login(ada)
    made = client.post(reverse("api_keys"), {"name": "Stadt-App"}).context["made"]
    row = ApiKey.objects.get()
    assert made not in str(vars(row))
    assert made not in client.get(reverse("api_keys")).content.decode()
    assert set(client.post(reverse("api_keys"), {"name": "Stadt-App"}).context["form"].errors) == {"name"}


@pytest.mark.parametrize("number", [1, 3])
def test_keys_are_listed_with_as_many_queries_for_three_as_for_one(client, ada, number, django_assert_max_num_queries):
    for one in range(number):
        make_key(ApiKey(name=f"App {one}"), by=ada)
    client.force_login(ada)
    with django_assert_max_num_queries(6):
        client.get(reverse("api_keys"))
