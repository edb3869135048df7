# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.utils import translation

from friedensplatz.website.answering import compose_answer, marked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def ask(client, text, **more):
    return client.post("/de/answer/", {"text": text, **more}).content.decode()


def test_answer_when_words_fit_names_the_office_and_why():
    found = compose_answer("Unsere Straßenlaterne ist schon lange kaputt")
    assert found.doors[0].office.slug == "lampen"
    assert "Straßenlaterne" in {reason.term for reason in found.doors[0].reasons}


def test_answer_when_emergency_shows_one_number_and_no_office(client):
    page = ask(client, "Hilfe, Feuer, es brennt im Haus")
    assert 'href="tel:112"' in page
    assert "Brennt es? Rufen Sie an." in page
    assert "fp-door" not in page


def test_answer_when_nothing_fits_says_so(client):
    page = ask(client, "Wie wird das Wetter morgen, regnet es")
    assert "Dafür kennen wir keine Tür." in page
    assert 'action="/de/concerns/new/"' in page


def test_answer_when_written_in_arabic_is_given_in_arabic(client):
    page = ask(client, "المصباح في الشارع معطل ومكسور")
    assert '<html lang="ar" dir="rtl">' in page
    assert "مكتب المصابيح" in page


def test_answer_when_page_language_is_asked_for_stays_in_it(client):
    assert '<html lang="de" dir="ltr">' in ask(client, "المصباح في الشارع معطل ومكسور", language="de")


def test_answer_when_asked_without_words_shows_the_field(client):
    assert 'id="words"' in client.get("/de/answer/").content.decode()
    assert 'role="alert"' in ask(client, " \x00 \n")


def test_answer_when_asked_sets_no_cookie(client):
    assert not client.post("/de/answer/", {"text": "Laterne kaputt"}).cookies


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "ä" * 100_000,
        "a\x00b",
        "🦄🔥" * 50,
        "\u202eabc\u202c שלום abc",
        "<script>alert(1)</script>",
        "'; DROP TABLE--",
    ],
)
def test_answer_when_input_is_bad_is_a_clear_page(client, text):
    answer = client.post("/de/answer/", {"text": text})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_answer_when_made_costs_a_fixed_number_of_queries(django_assert_max_num_queries):
    compose_answer("Laterne")  # The first answer unpacks the router.
    with translation.override("de"), django_assert_max_num_queries(7):
        compose_answer("Laterne kaputt und ehrenamtlich helfen")


def test_marked_when_reasons_overlap_escapes_everything_else():
    class Reason:
        def __init__(self, start, end):
            self.start, self.end = start, end

    assert marked("<b> Lampe", [Reason(4, 9), Reason(5, 7)]) == "&lt;b&gt; <mark>Lampe</mark>"
