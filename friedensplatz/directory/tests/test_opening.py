# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from friedensplatz.directory.models import Contact, Hours, HoursException, Office
from friedensplatz.directory.opening import opening_of
from friedensplatz.directory.timetables import timetables

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def contact(db):
    office = Office.objects.create(slug="office", kind="office", name={"de": "Büro"})
    contact = Contact.objects.create(office=office)
    for opens, closes in ((9, 12), (14, 16)):
        Hours.objects.create(contact=contact, weekday=0, opens=dt.time(opens), closes=dt.time(closes))
    return contact


def at(hour: int, day: dt.date = MONDAY) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), tzinfo=BERLIN)


def test_opening_says_until_when_it_is_open(contact):
    assert opening_of(contact, timetables(), at(9)).open_until == at(12)
    assert opening_of(contact, timetables(), at(15)).open_until == at(16)


def test_opening_says_when_it_opens_next_when_closed(contact):
    assert opening_of(contact, timetables(), at(12)).next_opening == at(14)
    assert opening_of(contact, timetables(), at(16)).next_opening == at(9, dt.date(2026, 11, 30))


def test_exception_closes_the_office_and_says_why(contact):
    HoursException.objects.create(contact=contact, first_day=MONDAY, last_day=MONDAY, note={"de": "Umzug"})
    opening = opening_of(contact, timetables(), at(10))
    assert (opening.is_open, opening.note) == (False, {"de": "Umzug"})
    assert opening.next_opening == at(9, dt.date(2026, 11, 30))


def test_exception_opens_the_office_at_other_times(contact):
    day = dt.date(2026, 11, 28)
    HoursException.objects.create(contact=contact, first_day=day, last_day=day, opens=dt.time(10), closes=dt.time(11))
    assert opening_of(contact, timetables(), at(10, day)).open_until == at(11, day)


def test_public_holiday_closes_the_office(contact):
    easter_monday = dt.date(2026, 4, 6)
    assert not opening_of(contact, timetables(), at(10, easter_monday)).is_open


def test_office_by_appointment_is_not_simply_closed(contact):
    contact.hours.all().delete()
    contact.by_appointment = True
    assert opening_of(contact, timetables(), at(10)) == opening_of(contact, timetables(), at(11))
    assert opening_of(contact, timetables(), at(10)).by_appointment
