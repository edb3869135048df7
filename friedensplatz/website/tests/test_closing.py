# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Closing an office: nothing it answered for is lost, and it can be undone."""

import datetime as dt

import pytest
from django.urls import reverse

from friedensplatz.activity.models import Activity
from friedensplatz.concerns.actions import receive_concern
from friedensplatz.concerns.models import Kind, Protection
from friedensplatz.directory.models import Duty, Office, Phrasing
from friedensplatz.directory.teaching import examples
from friedensplatz.directory.threads import successors, threads_of


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.ada)
    return client


def close(client, **sent):
    return client.post(reverse("office_close", args=["babc"]), {"on": "2026-12-31", **sent}, follow=True)


def bring(cast):
    return receive_concern(
        "Es stinkt.", office=cast.office, kind=Kind.COMPLAINT, protection=Protection.NORMAL, language="de"
    )[0]


def test_duties_go_to_their_heirs_or_end(desk, cast):
    other = Duty.objects.create(slug="rat", office=cast.office, title={"de": "Rat"})
    for duty in (other, cast.duty):
        Phrasing.objects.create(duty=duty, text=f"Ich suche {duty.slug}")
    close(desk, **{f"duty-{other.pk}": "miado", "successor": "miado"})
    office = Office.objects.get(slug="babc")
    assert (office.closed_on, office.takes_concerns) == (dt.date(2026, 12, 31), False)
    assert Duty.objects.get(slug="rat").office == cast.other_office
    assert {example.label for example in examples()} == {"rat"}
    assert [end.slug for end in successors(threads_of(office))] == ["miado"]


def test_open_concerns_are_passed_on(desk, cast):
    concern = bring(cast)
    refused = close(desk)
    assert refused.context["form"].errors.keys() == {"concerns_to"}
    assert Office.objects.get(slug="babc").closed_on is None
    close(desk, concerns_to="miado")
    concern.refresh_from_db()
    assert concern.office == cast.other_office
    assert Office.objects.get(slug="babc").closed_on


def test_closing_is_undone_with_all_that_went_with_it(desk, cast):
    page = close(desk, **{f"duty-{cast.duty.pk}": "miado", "successor": "miado"})
    desk.post(reverse("changes_undo"), {"changes": page.context["request"].GET["done"]})
    office = Office.objects.get(slug="babc")
    assert (office.closed_on, office.takes_concerns) == (None, True)
    assert Duty.objects.get().office == office
    assert threads_of(office) == []


def test_office_with_others_below_it_has_to_lose_them_first(desk, cast):
    Office.objects.filter(pk=cast.other_office.pk).update(parent=cast.office)
    page = close(desk)
    assert page.context["below"] == [cast.other_office]
    assert not Activity.objects.exists()


def test_closing_twice_is_not_found(desk, cast):
    close(desk)
    assert desk.get(reverse("office_close", args=["babc"])).status_code == 404


def test_an_office_cannot_be_its_own_heir(desk, cast):
    assert close(desk, successor="babc").context["form"].errors.keys() == {"successor"}
