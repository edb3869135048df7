# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Several things at once: what is shown is what happens, and all of it can be undone."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from friedensplatz.activity.models import Activity
from friedensplatz.directory.models import Audience, Duty, Office, Organisation, Topic


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.ada)
    for slug in ("licht", "laerm"):
        Topic.objects.create(slug=slug, name={"de": slug.title()})
    Audience.objects.create(slug="alle", name={"de": "Alle"})
    return client


def plan(client, part="texts", chosen=("babc", "miado"), **wishes):
    return client.post(reverse("several_change", args=[part]), {"chosen": chosen, **wishes})


def confirm(client, part="texts", chosen=("babc", "miado"), **wishes):
    seen = plan(client, part, chosen, **wishes).context["seen"]
    return client.post(reverse("several_change", args=[part]), {"chosen": chosen, "seen": seen, **wishes}, follow=True)


def test_plan_shows_what_changes_and_writes_nothing(desk, cast):
    page = plan(desk, review_by="2027-03-01", add_topics=["licht"])
    assert [
        (str(one.thing), [(change.name, change.before, change.after) for change in one.differences])
        for one in page.context["plan"]
    ] == [
        ("Büro für Anregungen", [("topics", "", "licht"), ("review_by", "", "2027-03-01")]),
        ("Integrationszentrum", [("topics", "", "licht"), ("review_by", "", "2027-03-01")]),
    ]
    assert not Activity.objects.exists()


def test_what_was_confirmed_is_changed_and_undone_together(desk, cast):
    page = confirm(desk, review_by="2027-03-01", add_topics=["licht"])
    assert set(Office.objects.values_list("review_by", "topics__slug")) == {(dt.date(2027, 3, 1), "licht")}
    desk.post(reverse("changes_undo"), {"changes": page.context["request"].GET["done"]})
    assert set(Office.objects.values_list("review_by", "topics__slug")) == {(None, None)}


def test_still_true_is_to_be_read_again_in_a_year(desk, cast):
    confirm(desk, "duty", ["babc-beschwerde"], still_true="on")
    assert Duty.objects.get().review_by == timezone.localdate() + dt.timedelta(days=365)


def test_organisations_get_an_office_that_keeps_them_true(desk, cast):
    for number in range(2):
        Organisation.objects.create(slug=f"club{number}", kind="association", name={"de": "Verein"})
    confirm(desk, "organisation", ["club0", "club1"], kept_by="miado")
    assert set(Organisation.objects.values_list("kept_by__slug", flat=True)) == {"miado"}


def test_when_something_changed_in_between_nothing_is_written_and_the_new_plan_is_shown(desk, cast):
    seen = plan(desk, add_topics=["licht"]).context["seen"]
    cast.office.topics.add(Topic.objects.get(slug="laerm"))
    answer = plan(desk, add_topics=["licht"], seen=seen)
    assert "Inzwischen" in answer.content.decode() or "in between" in answer.content.decode()
    assert answer.context["plan"][0].differences[0].before == "laerm"
    assert not Activity.objects.exists()


def test_confirming_twice_changes_once(desk, cast):
    seen = plan(desk, add_topics=["licht"]).context["seen"]
    for _ in range(2):
        plan(desk, add_topics=["licht"], seen=seen)
    assert Activity.objects.count() == 2


def test_undo_leaves_what_somebody_changed_again(desk, cast):
    done = confirm(desk, add_topics=["licht"]).context["request"].GET["done"]
    confirm(desk, chosen=["babc"], add_topics=["laerm"])
    answer = desk.post(reverse("changes_undo"), {"changes": done}, follow=True)
    assert "1" in str(next(iter(answer.context["messages"])))
    assert [office.topics.count() for office in Office.objects.order_by("slug")] == [2, 0]


def test_only_what_a_person_looks_after_can_be_chosen(client, desk, cast):
    client.force_login(cast.eva)
    assert [str(one.thing) for one in plan(client, still_true="on").context["plan"]] == ["Büro für Anregungen"]


def test_undo_with_a_forged_mark_is_not_found(desk):
    assert desk.post(reverse("changes_undo"), {"changes": "nonsense"}).status_code == 404


@pytest.mark.parametrize("part", ["texts", "organisation", "duty"])
def test_choice_and_plan_cost_the_same_queries_however_many(desk, cast, part):
    costs, chosen = [], []
    for number in range(3):
        chosen.append(f"thing{number}")
        make(part, chosen[-1])
        with CaptureQueriesContext(connection) as queries:
            desk.get(reverse("several_choose", args=[part]))
            plan(desk, part, chosen, add_topics=["licht"])
        costs.append(len(queries))
    assert costs[0] == costs[2]


def make(part, slug):
    if part == "texts":
        Office.objects.create(slug=slug, kind="office", name={"de": slug})
    elif part == "duty":
        Duty.objects.create(slug=slug, office=Office.objects.first(), title={"de": slug})
    else:
        Organisation.objects.create(slug=slug, kind="association", name={"de": slug})
