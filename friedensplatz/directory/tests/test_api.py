# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.directory.models import Duty, Office, OfficeName, Organisation


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
