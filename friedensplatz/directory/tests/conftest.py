# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest

from friedensplatz.directory.models import (
    Audience,
    City,
    Contact,
    District,
    Duty,
    FocusArea,
    Hours,
    HoursException,
    Link,
    Office,
    OfficeName,
    Organisation,
    Person,
    Phrasing,
    Placement,
    Post,
    Source,
    Tenure,
    Topic,
)
from friedensplatz.directory.parts.registry import PARTS
from tests.cast import make_cast


@pytest.fixture
def cast(db):
    return make_cast()


@pytest.fixture
def source(db):
    return Source.objects.create(slug="leaflet", title="Faltblatt", date="2018-03")


@pytest.fixture
def house(source):
    """An office with everything an office can have, below another one."""
    above = Office.objects.create(slug="above", kind="department", name={"de": "Amt"}, summary={"de": "Oben"})
    office = Office.objects.create(
        slug="equality",
        kind="office",
        parent=above,
        name={"de": "Gleichstellungsbüro", "en": "Equality Office", "ar": "مكتب المساواة"},
        summary={"de": "Für gleiche Rechte.", "en": "For equal rights.", "easy": "Alle haben gleiche Rechte."},
        text={"de": "Wir beraten.\n\nAuch vertraulich.", "easy": "Wir helfen Ihnen."},
        source=source,
    )
    OfficeName.objects.create(office=office, name={"de": "Frauenbüro"}, until="2017", source=source, position=0)
    OfficeName.objects.create(office=office, name=office.name, since="2017", source=source, position=1)
    Placement.objects.create(office=office, parent=above, since="2018", source=source)
    fill(office, source)
    return office


def fill(office, source):
    contact = Contact.objects.create(
        office=office, phone="0231 000-1101", email="gsb@dortmund.example", languages=["de"]
    )
    Hours.objects.create(contact=contact, weekday=0, opens=dt.time(9), closes=dt.time(12))
    post = Post.objects.create(office=office, title={"de": "Leitung"})
    Tenure.objects.create(
        post=post, person=Person.objects.create(name="Petra Platzhalter"), since="2020", source=source
    )
    Post.objects.create(office=office, title={"de": "Frauenbeauftragte"}, until="2017", position=1)
    duty = Duty.objects.create(slug="advice", office=office, title={"de": "Rat"}, summary={"de": "Wir hören zu."})
    topic = Topic.objects.create(slug="equal", name={"de": "Gleichheit"})
    women = Audience.objects.create(slug="women", name={"de": "Frauen"})
    duty.topics.add(topic)
    office.topics.add(topic)
    office.audiences.add(women)
    club = Organisation.objects.create(slug="club", kind="association", name={"de": "Frauenverband"})
    club.topics.add(topic)
    Link.objects.create(from_thing=club, relation="works_with", to_thing=office, source=source)


@pytest.fixture
def north(house):
    district = District.objects.create(slug="north", number=1, name={"de": "Nord"})
    Duty.objects.get(slug="advice").districts.add(district)
    return district


@pytest.fixture
def everything(house, north, source):
    """One thing of each kind with something in each of its parts; gives the thing a part belongs to."""
    City.objects.create(
        name={"de": "Musterstadt"},
        welcome={"de": "Willkommen"},
        imprint={"publisher": "Stadt", "note": {"de": "Vorführung"}, "accessibility": {"name": "Barbara"}, "x": [1]},
    )
    FocusArea.objects.create(slug="port", name={"de": "Hafen"}, district=north, since=2008, source=source)
    HoursException.objects.create(
        contact=house.contact, first_day=dt.date(2026, 12, 24), last_day=dt.date(2026, 12, 31), note={"de": "Ferien"}
    )
    duty = Duty.objects.get(slug="advice")
    for text in ("Ich brauche Rat", "Wer hilft?"):
        Phrasing.objects.create(duty=duty, text=text)
    Phrasing.objects.create(duty=duty, text="I need advice", language="en", kind="term")
    Link.objects.create(
        from_thing=house, relation="works_with", to_thing=Organisation.objects.get(), note="seit Jahren"
    )
    found = {Office: house, Duty: duty}
    return lambda part: found.get(PARTS[part].model) or PARTS[part].model.objects.order_by("pk").first()
