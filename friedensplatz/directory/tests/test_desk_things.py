# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is no office: added, changed, taken away at the desk, by whom it concerns."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from friedensplatz.activity.models import Activity
from friedensplatz.directory.models import City, Duty, Link, Office, Organisation, Source, Topic
from friedensplatz.directory.parts.registry import PARTS
from friedensplatz.directory.tests.test_desk import save


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.eva)
    return client


def add(client, part, query="", **sent):
    return client.post(reverse("thing_new", args=[part]) + query, sent)


def test_topic_is_added_under_a_name_made_of_its_german_one(desk, cast):
    add(desk, "topic", name__de="Müll & Straße", summary__de="Sauber.")
    topic = Topic.objects.get()
    assert (topic.slug, topic.summary) == ("muell-strasse", {"de": "Sauber."})
    assert Activity.objects.get().verb == "added"


def test_names_that_are_taken_get_a_number(desk, cast):
    for _ in range(2):
        add(desk, "topic", name__de="Licht")
    assert list(Topic.objects.order_by("slug").values_list("slug", flat=True)) == ["licht", "licht-2"]


def test_topic_without_a_german_name_is_not_added_and_nothing_typed_is_lost(desk, cast):
    page = add(desk, "topic", name__en="Light").content.decode()
    assert 'value="Light"' in page
    assert not Topic.objects.exists()


def test_duty_is_added_to_the_office_it_was_asked_for(desk, cast):
    add(desk, "duty", "?office=babc", title__de="Lärm", channels=["phone", "mail"])
    duty = Duty.objects.get(slug="laerm")
    assert (duty.office, duty.channels) == (cast.office, ["mail", "phone"])


def test_duty_for_somebody_elses_office_is_refused(desk, cast):
    assert desk.get(reverse("thing_new", args=["duty"]) + "?office=miado").status_code == 403


def test_office_is_opened_by_administrators_only(client, cast):
    client.force_login(cast.eva)
    assert client.get(reverse("thing_new", args=["texts"])).status_code == 403
    client.force_login(cast.ada)
    add(client, "texts", name__de="Nachtbüro", summary__de="Für die Nacht.", kind="office")
    assert Office.objects.get(slug="nachtbuero").summary == {"de": "Für die Nacht."}


def test_organisation_is_for_editors_of_the_office_that_keeps_it_true(desk, cast):
    club = Organisation.objects.create(slug="club", kind="association", name={"de": "Verein"})
    save(desk, "organisation", club, kept_by="babc", phone="0231 1")
    club.refresh_from_db()
    assert (club.kept_by, club.phone) == (cast.office, "0231 1")
    Organisation.objects.update(kept_by=cast.other_office)
    assert desk.get(reverse("thing_edit", args=["organisation", "club"])).status_code == 403


def test_links_are_changed_at_their_start_and_other_links_stay(client, cast, everything):
    client.force_login(cast.ada)
    topic = Topic.objects.first()
    house = everything("links")
    Link.objects.create(from_thing=house, relation="about", to_thing=topic)
    save(client, "links", house, **{"rows-0-kind": "part_of", "rows-0-to": "above"})
    assert [(row["kind"], row["to"]) for row in PARTS["links"].read(house)["rows"]] == [("part_of", "above")]
    assert Link.objects.filter(relation="about").exists()
    assert Link.objects.filter(from_type__model="organisation").exists()


def test_city_is_for_administrators_and_keeps_what_has_no_field(client, cast, everything):
    city = City.objects.get()
    client.force_login(cast.eva)
    assert client.get(reverse("thing_edit", args=["city", city.pk])).status_code == 403
    client.force_login(cast.ada)
    save(client, "city", city, **{"imprint.data_protection.name": "Dietmar", "welcome__de": "Hallo"})
    city.refresh_from_db()
    assert city.welcome == {"de": "Hallo"}
    assert city.imprint["data_protection"] == {"name": "Dietmar"}
    assert city.imprint["x"] == [1]


def test_thing_that_is_needed_stays_and_says_by_whom(client, cast, everything):
    client.force_login(cast.ada)
    answer = client.post(reverse("thing_remove", args=["source", "leaflet"]), follow=True)
    assert "Gleichstellungsbüro" in str(next(iter(answer.context["messages"])))
    assert Source.objects.exists()


def test_thing_is_gone_after_the_question(desk, cast):
    topic = Topic.objects.create(slug="licht", name={"de": "Licht"})
    assert "Licht" in desk.get(reverse("thing_remove", args=["topic", "licht"])).content.decode()
    assert Topic.objects.exists()
    desk.post(reverse("thing_remove", args=["topic", "licht"]))
    assert not Topic.objects.exists()
    assert Activity.objects.get().thing_id == str(topic.pk)


@pytest.mark.parametrize("address", ["texts/of/babc/remove/", "city/new/", "names/new/", "nonsense/", "person/of/x/"])
def test_addresses_that_make_no_sense_are_not_found(client, cast, address):
    client.force_login(cast.ada)
    assert client.get(f"/de/desk/directory/{address}").status_code == 404


def test_office_moves_and_keeps_its_former_place(client, cast, house):
    client.force_login(cast.ada)
    sent = {"new-office": "miado", "new-since": "2026-11"}
    client.post(reverse("office_move", args=["equality"]), sent)
    assert [(row["office"], row["until"]) for row in PARTS["places"].read(house)["rows"]] == [
        ("above", "2026-11"),
        ("miado", ""),
    ]


def test_office_that_would_stand_below_itself_stays_and_says_why(client, cast, house):
    client.force_login(cast.ada)
    answer = client.post(reverse("office_move", args=["above"]), {"new-office": "equality", "new-since": "2026"})
    assert answer.context["beside"].errors
    assert Office.objects.get(slug="above").parent is None


@pytest.mark.parametrize("who", ["bob", "leo"])
def test_lists_are_for_editors(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.get(reverse("thing_list", args=["topic"])).status_code == 403


def test_duty_can_be_tried_out_where_it_is_changed(desk, cast):
    answer = save(desk, "duty", cast.duty, title__de="Ungespeichert", trial="Es stinkt", do="try")
    assert answer.context["trial"].doors == []
    assert "Ungespeichert" in answer.content.decode()
    assert Duty.objects.get(pk=cast.duty.pk).title == {"de": "Beschwerden"}


@pytest.mark.parametrize("part", ["organisation", "topic"])
def test_lists_cost_the_same_queries_however_many(desk, cast, part):
    costs = []
    for number in range(3):
        PARTS[part].model.objects.create(slug=f"thing{number}", name={"de": "Ding"})
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("thing_list", args=[part]))
        costs.append(len(queries))
    assert costs[0] == costs[2]


@pytest.mark.parametrize(("who", "seen"), [("alice", False), ("bob", False), ("eva", True), ("ada", True)])
def test_public_page_leads_to_the_desk_those_who_may_change_it(client, cast, who, seen):
    client.force_login(getattr(cast, who))
    page = client.get("/de/offices/babc/").content.decode()
    assert (reverse("thing_edit", args=["texts", "babc"]) in page) is seen


@pytest.mark.parametrize("address", ["organisations/club/", "topics/equal/", "audiences/women/", "districts/north/"])
def test_pages_of_other_things_lead_to_the_desk_too(client, cast, everything, address):
    assert "/desk/directory/" not in client.get(f"/de/{address}").content.decode()
    client.force_login(cast.ada)
    assert "/desk/directory/" in client.get(f"/de/{address}").content.decode()
