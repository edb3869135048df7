# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import re

import pytest

from friedensplatz.directory.models import Audience, Contact, District, Goal, Hours, Source, Topic
from friedensplatz.pages.actions import move_page
from friedensplatz.pages.models import Page
from friedensplatz.pages.publishing import withdraw
from friedensplatz.pages.tests.conftest import section

MOST_QUERIES = 6


def words(answer):
    """What a person reads on a page: no markup, single spaces."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(text.split())


def full_sections(cast, rows):
    """Every kind of section that needs no picture, each with so many things."""
    contact = Contact.objects.create(office=cast.office, phone="0231 000-1101", email="babc@dortmund.example")
    Hours.objects.create(contact=contact, weekday=0, opens=dt.time(9), closes=dt.time(12))
    source = Source.objects.create(slug="leaflet", title="Faltblatt", date="2018")
    office, other = f"office/{cast.office.pk}", f"office/{cast.other_office.pk}"
    fact = {"value": {"de": "54.000"}, "label": {"de": "Studierende"}, "as_of": "2018", "source": f"source/{source.pk}"}
    steps = [{"id": f"p{n}", "title": {"de": f"Schritt {n}"}, "text": {"de": "<p>Gehen.</p>"}} for n in range(rows)]
    links = [{"id": f"l{n}", "url": f"https://verein.example/{n}", "label": {"de": "Verein"}} for n in range(rows)]
    return [
        section("text", text={"de": f'<p>Das <a href="fp:{office}">Büro</a>, <a href="fp:office/999">wer</a>?</p>'}),
        {"id": "s2", "kind": "facts", "heading": {"de": "Zahlen"}, "facts": [fact | {"id": f"f{n}"} for n in range(rows)]},
        {"id": "s3", "kind": "steps", "heading": {"de": "Weg"}, "steps": steps},
        {"id": "s4", "kind": "contact", "heading": {"de": "Kontakt"}, "things": [office, other]},
        {"id": "s5", "kind": "cards", "heading": {"de": "Mehr"}, "things": [office, other][:rows]},
        {"id": "s6", "kind": "links", "heading": {"de": "Anderswo"}, "links": links},
    ]  # fmt: skip


@pytest.fixture
def full_page(make_page, cast):
    """A page with everything, below another, above as many as wanted."""

    def make(rows):
        above, page = make_page("above", title="Oben"), make_page(live=False)
        page.parent, page.as_of = above, "2024-03"
        page.pins = [f"office/{cast.other_office.pk}"]
        page.save()
        for number in range(rows):
            make_page(f"below-{number}", title=f"Unten {number}")
            page.topics.add(Topic.objects.create(slug=f"t{number}", name={"de": f"Thema {number}"}))
            page.audiences.add(Audience.objects.create(slug=f"a{number}", name={"de": f"Menschen {number}"}))
            page.districts.add(District.objects.create(slug=f"d{number}", number=number, name={"de": f"Ort {number}"}))
            page.goals.add(Goal.objects.get_or_create(number=number + 1)[0])
        Page.objects.filter(slug__startswith="below").update(parent=page)
        return page

    return make


def test_a_page_tells_everything(client, full_page, publish_with, cast):
    page = full_page(1)
    sections = full_sections(cast, 1)
    publish_with(page, sections)
    said = words(client.get("/de/pages/kumasi/"))
    for fact in (
        "Über Kumasi.",
        "54.000",
        "Faltblatt",
        "Schritt 0",
        "0231 000-1101",
        "Unten 0",
        "Thema 0",
        "Menschen 0",
        "Ort 0",
        "März 2024",
        "Integrationszentrum",
    ):
        assert fact in said


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_costs_the_same_queries_however_much_stands_on_it(
    client, full_page, publish_with, cast, facts_held, rows, django_assert_max_num_queries
):
    page = full_page(rows)
    publish_with(page, full_sections(cast, rows))
    client.get("/de/pages/kumasi/")  # what belongs beside it is read once and held
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get("/de/pages/kumasi/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_queries_however_many_pages(
    client, make_page, facts_held, rows, django_assert_max_num_queries
):
    for number in range(rows):
        make_page(f"p{number}", title=f"Seite {number}")
    with django_assert_max_num_queries(3):
        client.get("/de/pages/")


def test_the_list_goes_from_a_to_z(client, make_page):
    for slug, title in (("z", "Zeltdorf"), ("o", "Öffnung"), ("a", "Agenda"), ("p", "Oper")):
        make_page(slug, title=title)
    make_page("draft", title="Entwurf", live=False)
    said = words(client.get("/de/pages/"))
    assert re.search(r"A Agenda O Öffnung Oper Z Zeltdorf", said)
    assert "Entwurf" not in said


def test_references_become_links_and_broken_ones_plain_words(client, make_page, publish_with, cast):
    page = make_page(live=False)
    publish_with(page, full_sections(cast, 1)[:1])
    html = client.get("/en/pages/kumasi/").content.decode()
    assert '<a href="/en/offices/babc/">Büro</a>, wer?' in html


def test_a_page_says_when_it_does_not_exist_in_the_readers_language(client, make_page, publish_with):
    page = make_page(live=False)
    text = section("text", text={"de": "<p>Hallo</p>", "en": "<p>Hello</p>"})
    publish_with(page, [text], title="x")
    Page.objects.update(title={"de": "Kumasi", "en": "Kumasi"})
    page.live.content["title"] = {"de": "Kumasi", "en": "Kumasi (en)", "easy": "Kumasi leicht"}
    page.live.save()
    Page.objects.update(title=page.live.content["title"])
    html = client.get("/ar/pages/kumasi/").content.decode()
    assert '<span lang="en" dir="ltr">Kumasi (en)</span>' in html
    assert '<div class="fp-prose" lang="en" dir="ltr"><p>Hello</p></div>' in html
    assert 'href="/de/pages/kumasi/" lang="de"' in html
    assert 'role="note"' in html
    assert 'role="note"' not in client.get("/en/pages/kumasi/").content.decode()
    assert "Kumasi leicht" in words(client.get("/de/pages/kumasi/?text=easy"))


def test_a_moved_page_redirects_for_good(client, make_page, cast):
    move_page(make_page(), slug="neu", parent=None, by=cast.eva)
    answer = client.get("/de/pages/kumasi/")
    assert (answer.status_code, answer["Location"]) == (301, "/de/pages/neu/")


def test_what_is_not_live_is_not_found(client, make_page, cast):
    make_page("draft", live=False)
    page = make_page()
    withdraw(page, by=cast.eva)
    client.force_login(cast.ada)
    assert [client.get(f"/de/pages/{slug}/").status_code for slug in ("draft", "kumasi", "none")] == [404, 404, 404]


def test_a_list_of_headings_stands_on_long_pages_only(client, full_page, publish_with, make_page, cast):
    page = full_page(1)
    publish_with(page, full_sections(cast, 1))
    assert 'href="#s2"' in client.get("/de/pages/kumasi/").content.decode()
    assert "fp-contents" not in client.get("/de/pages/above/").content.decode()
