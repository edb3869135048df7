# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long concerns are kept, and who else helps, as pages of the desk."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.activity.models import Activity
from friedensplatz.concerns.actions import answer_concern, change_protection
from friedensplatz.concerns.counselling import pointers_for
from friedensplatz.concerns.grounds import LegalField
from friedensplatz.concerns.models import Concern, Pointer, Protection, Retention
from friedensplatz.concerns.retaining import concerns_whose_time_is_over

KIND = {"kind": "", "protection": "", "outcome": "", "start": "ended_at", "deed": "delete", "source": "Aktenplan"}
HELP = {"field": "work", "name__de": "Beratung", "why__de": "Kostenlos.", "why__en": "Free of charge."}


@pytest.fixture
def ended(hand_in, bob):
    """A concern that ended 200 days ago."""
    concern, _ = hand_in()
    answer_concern(concern, "Erledigt.", by=bob)
    Concern.objects.update(ended_at=timezone.now() - dt.timedelta(days=200))
    return concern


@pytest.fixture
def admin(client, cast):
    client.force_login(cast.ada)
    return client


def test_a_class_is_kept_after_its_preview_was_agreed_to(admin, ended):
    address = reverse("desk_retention_new")
    preview = admin.post(address, {**KIND, "months": "3"})
    assert "1" in preview.context["asked"]
    assert not Retention.objects.exists()
    admin.post(address, {**KIND, "months": "3", "sure": preview.context["asked"]})
    row = Retention.objects.get()
    assert (row.months, row.source, row.deed) == (3, "Aktenplan", "delete")
    assert [concern for concern, _rule in concerns_whose_time_is_over(timezone.localdate())] == [ended]
    assert [(one.verb, str(one.actor)) for one in Activity.objects.filter(thing_type__model="retention")] == [
        ("added", "Ada")
    ]


def test_a_preview_counts_no_sealed_concern(admin, ended):
    address = reverse("desk_retention_new")
    change_protection(ended, Protection.SEALED)
    assert "1" not in admin.post(address, {**KIND, "months": "3"}).context["asked"]


def test_what_was_agreed_to_covers_no_other_change(admin, ended):
    row = Retention.objects.create(months=36)
    address = reverse("desk_retention", args=[row.pk])
    harmless = admin.post(address, {**KIND, "months": "48"}).context["asked"]
    again = admin.post(address, {**KIND, "months": "1", "sure": harmless})
    assert (again.status_code, Retention.objects.get().months) == (200, 36)
    assert again.context["asked"] != harmless


def test_a_class_is_removed_after_being_asked_and_a_second_click_changes_nothing(admin, ended):
    Retention.objects.create(months=1)
    row = Retention.objects.create(months=99, kind="complaint")
    address = reverse("desk_retention", args=[row.pk])
    asked = admin.post(address, {"remove": "1"}).context["asked"]
    assert "1" in asked
    assert Retention.objects.count() == 2
    for _click in range(2):
        assert admin.post(address, {"remove": "1", "sure": asked}).status_code == 302
    assert Retention.objects.count() == 1


def test_wrong_periods_and_a_second_class_of_the_same_are_refused_with_what_was_typed(admin, db):
    address = reverse("desk_retention_new")
    page = admin.post(address, {**KIND, "months": "0"})
    assert (page.context["form"].errors.keys(), page.context["form"]["source"].value()) == ({"months"}, "Aktenplan")
    Retention.objects.create(months=36)
    assert admin.post(address, {**KIND, "months": "3"}).context["form"].errors.keys() == {"__all__"}


def test_leads_say_who_else_helps_and_the_person_is_told(client, lena):
    client.force_login(lena)
    client.post(reverse("desk_pointer_new"), HELP)
    pointer = Pointer.objects.get()
    assert pointers_for(LegalField.WORK) == [pointer]
    assert (pointer.name, pointer.why) == ({"de": "Beratung"}, {"de": "Kostenlos.", "en": "Free of charge."})
    address = reverse("desk_pointer", args=[pointer.pk])
    assert client.post(address, {**HELP, "name__de": ""}).context["form"].errors.keys() == {"name__de"}
    client.post(address, {**HELP, "field": "housing", "website": "beratung.example"})
    changed = Pointer.objects.get()
    assert (changed.field, changed.website) == ("housing", "https://beratung.example")
    asked = client.post(address, {**HELP, "remove": "1"}).context["asked"]
    assert Pointer.objects.exists()
    client.post(address, {**HELP, "remove": "1", "sure": asked})
    assert not Pointer.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_lists_cost_the_same_for_one_and_three(admin, number, django_assert_max_num_queries):
    for place in range(number):
        Retention.objects.create(months=1, kind=("defect", "complaint", "question")[place])
        Pointer.objects.create(field="work", name={"de": "Beratung"})
    for name in ("desk_retentions", "desk_pointers"):
        with django_assert_max_num_queries(9):
            assert len(admin.get(reverse(name)).context["rows"]) == number
