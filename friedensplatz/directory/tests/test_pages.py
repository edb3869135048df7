# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import re

import pytest

from friedensplatz.assets.models import Asset
from friedensplatz.assets.tests.samples import make_asset
from friedensplatz.directory.models import (
    Audience,
    Contact,
    District,
    Duty,
    FocusArea,
    Hours,
    Link,
    Office,
    OfficeName,
    Organisation,
    Person,
    Post,
    Tenure,
    Topic,
)
from friedensplatz.search.actions import rebuild_index

MOST_QUERIES = 8


def words(answer):
    """What a person reads on a page: no markup, single spaces."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(text.split())


def test_office_page_tells_people_hours_duties_and_years(client, house):
    said = words(client.get("/de/offices/equality/"))
    for fact in (
        "Für gleiche Rechte.",
        "Auch vertraulich.",
        "Petra Platzhalter",
        "0231 000-1101",
        "09:00–12:00",
        "Wir hören zu.",
        "Frauenverband",
        "Faltblatt",
    ):
        assert fact in said


def test_office_page_tells_former_names_with_their_years(client, house):
    assert re.search(r"Frauenbüro , \S+ 2017", words(client.get("/de/offices/equality/")))


def test_office_page_keeps_former_posts_behind_those_of_today(client, house):
    said = words(client.get("/de/offices/equality/"))
    assert said.index("Petra Platzhalter") < said.index("Frauenbeauftragte")


@pytest.mark.parametrize(
    ("language", "name"), [("de", "Gleichstellungsbüro"), ("en", "Equality Office"), ("ar", "مكتب المساواة")]
)
def test_office_page_speaks_the_language_of_the_page(client, house, language, name):
    page = client.get(f"/{language}/offices/equality/").content.decode()
    assert re.search(rf"<h1>{name}</h1>", page)


def test_office_page_marks_german_text_when_read_in_arabic(client, house):
    page = client.get("/ar/offices/equality/").content.decode()
    assert '<div class="fp-text" lang="de" dir="ltr">' in page
    assert '<bdi dir="ltr" class="fp-number">0231 000-1101</bdi>' in page


def test_office_page_in_easy_language_when_asked_for(client, house):
    page = client.get("/en/offices/equality/?text=easy").content.decode()
    assert "Wir helfen Ihnen." in page
    assert '<p class="fp-lead" lang="de" dir="ltr">Alle haben gleiche Rechte.</p>' in page
    assert "Wir beraten." not in page


def test_office_page_offers_no_easy_language_when_there_is_none(client, house):
    page = client.get("/de/offices/above/").content.decode()
    assert "?text=easy" not in page
    assert client.get("/de/offices/above/?text=easy").content.decode().count("<h1>Amt</h1>") == 1


def test_office_page_says_who_took_over_when_it_is_closed(client, house):
    Office.objects.filter(slug="equality").update(closed_on=dt.date(2025, 1, 31))
    after = Office.objects.create(slug="after", kind="office", name={"de": "Nachfolge"})
    Link.objects.create(from_thing=house, relation="became", to_thing=after)
    said = words(client.get("/de/offices/equality/"))
    assert "31. Januar 2025" in said
    assert said.index("Nachfolge") < said.index("Für gleiche Rechte.")


def test_office_page_of_nobody_is_404(client, db):
    assert client.get("/de/offices/nobody/").status_code == 404


def test_office_page_of_an_office_that_has_nothing_but_a_name(client, db):
    Office.objects.create(slug="bare", kind="office", name={"de": "Leer"})
    assert "Leer" in words(client.get("/de/offices/bare/"))


def grow(office, number):
    """One more of everything the page of an office lists."""
    for index in range(number):
        Duty.objects.create(slug=f"duty{index}", office=office, title={"de": "x"})
        OfficeName.objects.create(office=office, name={"de": f"Name {index}"}, position=index)
        Office.objects.create(slug=f"below{index}", kind="office", name={"de": "Unten"}, parent=office)
        end = Organisation.objects.create(slug=f"org{index}", kind="association", name={"de": "Verein"})
        Link.objects.create(from_thing=office, relation="works_with", to_thing=end)
        office.topics.add(Topic.objects.create(slug=f"topic{index}", name={"de": "Thema"}))


@pytest.mark.parametrize("rows", [1, 3])
def test_office_page_costs_the_same_queries_however_much_there_is(
    client, house, facts_held, rows, django_assert_num_queries
):
    grow(house, rows)
    rebuild_index()
    client.get("/de/")
    with django_assert_num_queries(7):
        assert client.get("/de/offices/equality/").status_code == 200


def test_office_page_shows_picture_and_portraits_with_their_credit(
    client, house, facts_held, django_assert_num_queries
):
    house.image = make_asset("haus.png", creator="Ada Beispiel")
    house.save()
    for name in ("Bo Muster", "Cy Muster"):
        person = Person.objects.create(name=name, portrait=make_asset(f"{name}.png", creator=f"Foto {name}"))
        Tenure.objects.create(post=Post.objects.create(office=house, title={"de": "Leitung"}), person=person)
    rebuild_index()
    client.get("/de/")
    with django_assert_num_queries(8):
        page = client.get("/de/offices/equality/").content.decode()
    for creator in ("Ada Beispiel", "Foto Bo Muster", "Foto Cy Muster"):
        assert f"photo.example / {creator}</bdi>" in page
    assert page.count('"@type":"ImageObject"') == 3


def test_organisation_page_shows_its_picture(client, db):
    club = Organisation.objects.create(slug="club", kind="association", name={"de": "Verein"}, image=make_asset())
    assert 'alt="Das Rathaus im Schnee."' in client.get("/de/organisations/club/").content.decode()
    Asset.objects.update(licence_until=dt.date(2020, 1, 1))
    assert club.image.slug not in client.get("/de/organisations/club/").content.decode()


def more_offices(number):
    for index in range(number):
        office = Office.objects.create(slug=f"office{index}", kind="office", name={"de": f"Büro {index}"})
        contact = Contact.objects.create(office=office)
        Hours.objects.create(contact=contact, weekday=1, opens=dt.time(9), closes=dt.time(12))


@pytest.mark.parametrize("rows", [1, 3])
def test_office_list_costs_the_same_queries_however_many_offices(
    client, house, facts_held, rows, django_assert_num_queries
):
    more_offices(rows)
    client.get("/de/")
    with django_assert_num_queries(3):
        assert client.get("/de/offices/").status_code == 200


def test_office_list_shows_the_tree_with_former_names(client, house):
    page = client.get("/de/offices/").content.decode()
    assert page.index("/de/offices/above/") < page.index("/de/offices/equality/")
    assert "Frauenbüro" in page


def test_office_list_leaves_out_offices_that_are_no_more(client, house):
    Office.objects.filter(slug="equality").update(closed_on=dt.date(2025, 1, 31))
    assert "/de/offices/equality/" not in client.get("/de/offices/").content.decode()


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ("topic=equal", True),
        ("audience=women", True),
        ("district=north", True),
        ("topic=other", False),
        ("topic=unknown", True),
    ],
)
def test_office_list_when_narrowed_down(client, north, choice, found):
    Topic.objects.create(slug="other", name={"de": "Anderes"})
    page = client.get(f"/de/offices/?{choice}").content.decode()
    assert ("/de/offices/equality/" in page) is found


def test_office_list_for_a_district_keeps_offices_for_the_whole_city_and_leaves_out_those_elsewhere(client, north):
    District.objects.create(slug="south", number=2, name={"de": "Süd"})
    everywhere = Office.objects.create(slug="everywhere", kind="office", name={"de": "Überall"})
    Duty.objects.create(slug="all", office=everywhere, title={"de": "Alles"})
    page = client.get("/de/offices/?district=south").content.decode()
    assert "/de/offices/everywhere/" in page
    assert "/de/offices/equality/" not in page


def test_office_list_of_open_doors_leaves_out_those_without_hours(client, house):
    Contact.objects.all().delete()
    assert "/de/offices/equality/" not in client.get("/de/offices/?open=on").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    "address", ["organisations/", "organisations/club/", "topics/equal/", "audiences/women/", "districts/north/"]
)
def test_other_pages_cost_the_same_queries_however_much_there_is(
    client, house, facts_held, north, address, rows, django_assert_max_num_queries
):
    topic, women = Topic.objects.get(), Audience.objects.get()
    for index in range(rows):
        club = Organisation.objects.create(slug=f"club{index}", kind="association", name={"de": "Verein"})
        club.topics.add(topic)
        club.audiences.add(women)
        Link.objects.create(from_thing=Organisation.objects.get(slug="club"), relation="part_of", to_thing=club)
        FocusArea.objects.create(slug=f"area{index}", name={"de": "Hafen"}, district=north)
    rebuild_index()
    client.get(f"/de/{address}")
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(f"/de/{address}").status_code == 200


def test_organisation_page_names_the_tie_from_its_side(client, house):
    assert "Gleichstellungsbüro" in words(client.get("/de/organisations/club/"))


def test_organisation_list_when_narrowed_down_to_a_kind(client, house):
    assert "/de/organisations/club/" in client.get("/de/organisations/?kind=association").content.decode()
    assert "/de/organisations/club/" not in client.get("/de/organisations/?kind=church").content.decode()


def test_organisation_list_shows_fifty_a_page(client, db):
    for number in range(51):
        Organisation.objects.create(slug=f"club{number:02}", kind="association", name={"de": f"Verein {number}"})
    page = client.get("/de/organisations/").content.decode()
    assert page.count("fp-results__title") == 50
    mark = re.search(r"\?after=[^\"]+", page)[0]
    assert client.get(f"/de/organisations/{mark}").content.decode().count("fp-results__title") == 1


def test_district_page_tells_its_quarters_and_what_is_done_only_there(client, north, source):
    FocusArea.objects.create(
        slug="port", name={"de": "Hafen"}, district=north, since=2008, source=source, checked=False
    )
    said = words(client.get("/de/districts/north/"))
    assert "Hafen" in said
    assert "2008" in said
    assert "Wir hören zu." in said


def test_topic_page_names_duties_and_organisations(client, house):
    rebuild_index()
    said = words(client.get("/de/topics/equal/"))
    assert "Wir hören zu." in said
    assert "Frauenverband" in said
