# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.concerns.actions import reopen_concern, withdraw_concern
from friedensplatz.concerns.drafts import Content, start_draft
from friedensplatz.concerns.models import Concern, Deadline, Draft, Kind, Reporter
from friedensplatz.core.dates import add_working_days
from friedensplatz.directory.models import City

TEXT = "Das Menü lässt sich mit der Tastatur nicht öffnen."
PAGE = "/de/offices/miado/"


@pytest.fixture
def city(other_office):
    return City.objects.create(imprint={"accessibility": {"name": "Barbara", "office": other_office.slug}})


def report(client, **given):
    return client.post(reverse("barrier_report"), {"text": TEXT, "page": PAGE, **given})


def test_a_barrier_goes_to_the_office_the_city_names_with_its_own_deadline(client, city, other_office):
    check = report(client)["Location"]
    assert TEXT in client.get(check).content.decode()
    receipt = client.post(check)["Location"]
    concern = Concern.objects.get()
    assert (concern.kind, concern.office, concern.place_note) == (Kind.BARRIER, other_office, PAGE)
    assert concern.answer_due == add_working_days(timezone.localdate(), 10)
    assert (concern.is_anonymous, concern.parties.count()) == (True, 0)
    assert concern.reference in client.get(receipt).content.decode()
    assert client.cookies == {}


def test_a_second_click_makes_no_second_concern(client, city):
    check = report(client)["Location"]
    assert client.post(check)["Location"] == client.post(check)["Location"]
    assert Concern.objects.count() == 1


def test_somebody_who_gives_an_address_is_written_to(client, city):
    client.post(report(client, email="alice@home.example")["Location"])
    person = Concern.objects.get().parties.get().person
    assert person == Reporter("alice@home.example", email="alice@home.example", wants_mail=True)


def test_the_form_keeps_what_was_typed(client, city):
    page = report(client, text="", email="nowhere").content.decode()
    assert PAGE in page
    assert 'value="nowhere"' in page
    check = report(client)["Location"]
    words = client.post(check, {"back": "1"})["Location"]
    assert TEXT in client.get(words).content.decode()
    assert client.post(words, {"text": f"{TEXT} Auch nicht mit der Maus."})["Location"] == check
    client.post(check)
    assert Concern.objects.get().entries.get().text.endswith("Maus.")


def test_nobody_is_named_when_the_city_names_no_office(client, db):
    City.objects.create(imprint={"accessibility": {"name": "Barbara", "phone": "0231 1"}})
    page = client.get(reverse("barrier_report")).content.decode()
    assert "<textarea" not in page
    assert "tel:02311" in page
    assert report(client).status_code == 200
    assert Draft.objects.count() == 0


def test_a_draft_about_something_else_goes_on_where_it_belongs(client, office):
    token = start_draft(Content(TEXT, office.pk))
    assert client.get(reverse("barrier_check", args=[token]))["Location"] == reverse("concern_words", args=[token])


def test_every_page_leads_to_the_form_with_its_address(client, city, other_office):
    assert f"{reverse('barrier_report')}?page=%2Fde%2Foffices%2Fmiado%2F" in client.get(PAGE).content.decode()


def test_a_page_with_a_token_does_not_give_it_away(client, city, office):
    token = start_draft(Content(TEXT, office.pk))
    page = client.get(reverse("concern_words", args=[token])).content.decode()
    assert f'"{reverse("barrier_report")}"' in page


def test_a_barrier_taken_up_again_keeps_its_short_deadline(client, city):
    client.post(report(client)["Location"])
    concern = Concern.objects.get()
    withdraw_concern(concern)
    reopen_concern(concern, "Es geht wieder nicht.")
    answer = concern.deadlines.get(rule=Deadline.Rule.ANSWER)
    assert answer.due == concern.answer_due == add_working_days(timezone.localdate(), 10)
    assert answer.due < timezone.localdate() + dt.timedelta(days=20)
