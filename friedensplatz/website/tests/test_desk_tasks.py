# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from friedensplatz.directory.models import City, Contact, Duty, Office, Organisation
from friedensplatz.search.models import ZeroResult

FACTS = {"street": "Platz 1", "postcode": "44135", "locality": "Dortmund", "email": "a@b.example", "phone": "0231 1"}


@pytest.fixture
def desk(client, cast):
    City.objects.create(name={"de": "Dortmund"}, regional_key="05913000")
    client.force_login(cast.eva)
    return client


def waiting(client, address="desk_home"):
    page = client.get(reverse(address))
    return {group.name: [(task.title, task.why) for task in group.tasks] for group in page.context["groups"]}


def test_an_office_with_all_seven_facts_needs_nobody(desk, cast):
    Contact.objects.create(office=cast.office, **FACTS)
    assert waiting(desk) == {}
    assert "Nothing waits for you" in desk.get("/en/desk/").content.decode()


@pytest.mark.parametrize("fact", FACTS)
def test_an_office_without_a_fact_is_named_and_leads_to_its_field(desk, cast, fact):
    Contact.objects.create(office=cast.office, **(FACTS | {fact: ""}))
    group = desk.get(reverse("desk_home")).context["groups"][0]
    assert (group.name, [task.title for task in group.tasks]) == ("directory.facts", ["Büro für Anregungen"])
    assert group.tasks[0].url.endswith(f"#id_{fact}")


def test_a_street_without_a_house_number_is_not_whole(desk, cast):
    Contact.objects.create(office=cast.office, **(FACTS | {"street": "Platz"}))
    assert list(waiting(desk)) == ["directory.facts"]


def test_what_is_due_first_stands_first_and_only_of_ones_own_offices(desk, cast):
    today = timezone.localdate()
    Office.objects.filter(pk=cast.other_office.pk).update(review_by=today)
    Office.objects.filter(pk=cast.office.pk).update(review_by=today - dt.timedelta(days=1))
    groups = desk.get(reverse("desk_home")).context["groups"]
    assert [group.name for group in groups] == ["directory.reviews", "directory.facts"]
    assert [(task.title, task.is_late) for task in groups[0].tasks] == [("Büro für Anregungen", True)]


def test_organisations_and_duties_are_read_again_too(desk, cast):
    today = timezone.localdate()
    fields = {"kind": "association", "name": {"de": "Verein"}, "review_by": today}
    Organisation.objects.create(slug="ours", kept_by=cast.office, **fields)
    Organisation.objects.create(slug="theirs", kept_by=cast.other_office, **fields)
    Duty.objects.update(review_by=today - dt.timedelta(days=1))
    tasks = desk.get(reverse("desk_home")).context["groups"][0].tasks
    assert [task.url for task in tasks] == [
        reverse("thing_edit", args=["duty", "babc-beschwerde"]) + "#id_review_by",
        reverse("thing_edit", args=["organisation", "ours"]) + "#id_review_by",
    ]


def test_questions_that_found_nothing_lead_to_the_words_of_the_search(desk, cast):
    Contact.objects.create(office=cast.office, **FACTS)
    ZeroResult.objects.create(query="laterne kaputt", count=7, last_day=timezone.localdate())
    group = desk.get(reverse("desk_home")).context["groups"][0]
    assert desk.get(group.tasks[0].url).context["form"].initial["words"] == "laterne kaputt"


def test_more_than_a_handful_are_on_a_page_of_their_own(client, cast):
    client.force_login(cast.ada)
    for number in range(6):
        Office.objects.create(slug=f"office{number}", kind="office", name={"de": f"Amt {number}"})
    group = next(one for one in client.get(reverse("desk_home")).context["groups"] if one.name == "directory.facts")
    assert (len(group.tasks), group.more) == (5, True)
    whole = client.get(reverse("desk_tasks", args=[group.name])).context["group"]
    assert (len(whole.tasks), whole.more) == (8, False)


def test_a_kind_nobody_declares_is_not_found(desk):
    assert desk.get(reverse("desk_tasks", args=["directory.nonsense"])).status_code == 404


@pytest.mark.parametrize("who", ["bob", "leo"])
def test_who_edits_nothing_is_shown_no_tasks(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.get(reverse("desk_home")).context["groups"] == []


def test_the_overview_costs_the_same_queries_however_much_waits(client, cast):
    client.force_login(cast.ada)
    costs = []
    for number in range(3):
        day = timezone.localdate()
        Office.objects.create(slug=f"office{number}", kind="office", name={"de": "Amt"}, review_by=day)
        ZeroResult.objects.create(query=f"wort {number}", count=7, last_day=day)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("desk_home"))
        costs.append(len(queries))
    assert costs[0] == costs[2]
