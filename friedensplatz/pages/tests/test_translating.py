# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Translations at the desk: the matrix, side by side, by people and by a machine."""

import re

import pytest

from friedensplatz.core.attention import groups_for
from friedensplatz.pages.actions import save_draft
from friedensplatz.pages.content import stamp_of
from friedensplatz.pages.tests.conftest import section
from friedensplatz.pages.translations import SOURCE, standings

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(make_page):
    """German and English, current in both."""
    page = make_page(live=False)
    write(page, text={"de": "<p>Kumasi liegt in Ghana.</p>", "en": "<p>Kumasi is in Ghana.</p>"})
    return page


def write(page, **fields):
    newest = page.revisions.first()
    content = newest.content | {
        "title": {"de": "Kumasi", "en": "Kumasi"},
        "summary": {"de": "Partner.", "en": "Partners."},
        "sections": [section("text", **fields)],
    }
    return save_draft(page, content, based_on=newest.number, by=newest.author)


def standing(page, language="en"):
    cells = {cell.language: cell.freshness.standing.value for cell in standings(page.revisions.first().content)}
    return cells[language]


def change_german(page):
    newest = page.revisions.first()
    content = newest.content
    content["sections"][0]["text"]["de"] = "<p>Kumasi liegt im Süden von Ghana.</p>"
    return save_draft(page, content, based_on=newest.number, by=newest.author)


def rich(page):
    return f"{page.revisions.first().content['sections'][0]['id']}.text"


def send(client, page, language="en", **fields):
    data = {"based_on": page.revisions.first().number, "do": "save"} | fields
    return client.post(f"/de/desk/pages/{page.pk}/translate/{language}/", data, follow=True)


def test_the_matrix_tells_of_each_page_and_language(client, cast, page):
    client.force_login(cast.eva)
    html = client.get("/en/desk/translations/").content.decode()
    assert re.findall(r"fp-standing--(\w+)", html) == ["current", *["missing"] * 7]
    assert standing(page, "en") == "current"
    change_german(page)
    html = client.get("/en/desk/translations/").content.decode()
    assert re.findall(r"fp-standing--(\w+)", html)[0] == "outdated"
    assert "1 passage open" in html


@pytest.mark.parametrize("rows", [1, 3])
def test_the_matrix_costs_the_same_queries_however_many_pages(client, cast, make_page, rows, django_assert_num_queries):
    for number in range(rows):
        make_page(f"p{number}")
    client.force_login(cast.eva)
    client.get("/en/desk/translations/")
    with django_assert_num_queries(8):
        client.get("/en/desk/translations/")


def test_side_by_side_shows_what_changed_since_it_was_translated(client, cast, page):
    change_german(page)
    client.force_login(cast.eva)
    html = client.get(f"/en/desk/pages/{page.pk}/translate/en/").content.decode()
    assert re.search(r"<ins>.*?im Süden von.*?</ins>", html, re.DOTALL)
    assert "Still right as it is" in html


def test_a_saved_translation_is_current_and_the_source_untouched(client, cast, page):
    change_german(page)
    client.force_login(cast.eva)
    send(client, page, **{rich(page): "Kumasi is in the south of Ghana."})
    newest = page.revisions.first().content
    assert newest["sections"][0]["text"] == {
        "de": "<p>Kumasi liegt im Süden von Ghana.</p>",
        "en": "<p>Kumasi is in the south of Ghana.</p>",
    }
    assert standing(page) == "current"


def test_a_translation_that_is_still_right_is_current_without_a_new_word(client, cast, page):
    change_german(page)
    client.force_login(cast.eva)
    send(client, page, right=rich(page))
    assert standing(page) == "current"
    assert page.revisions.first().content["sections"][0]["text"]["en"] == "<p>Kumasi is in Ghana.</p>"


def test_a_new_language_is_there_once_its_passages_are(client, cast, page):
    client.force_login(cast.eva)
    send(client, page, "tr", title="Kumasi")
    assert standing(page, "tr") == "outdated"
    send(client, page, "tr", **{"summary": "Ortak.", rich(page): "Kumasi Gana'dadır."})
    assert standing(page, "tr") == "current"


def test_two_translators_of_two_languages_lose_nothing(client, cast, page):
    client.force_login(cast.eva)
    number = page.revisions.first().number
    send(client, page, "tr", title="Kumasi (tr)")
    send(client, page, "pl", title="Kumasi (pl)", based_on=number)
    title = page.revisions.first().content["title"]
    assert (title["tr"], title["pl"], title["en"]) == ("Kumasi (tr)", "Kumasi (pl)", "Kumasi")


def test_two_translators_of_one_passage_are_told_and_what_was_typed_is_kept(client, cast, page):
    client.force_login(cast.eva)
    number = page.revisions.first().number
    send(client, page, "tr", title="Kumasi Bir")
    html = send(client, page, "tr", title="Kumasi İki", based_on=number).content.decode()
    assert 'value="Kumasi İki"' in html
    assert page.revisions.first().content["title"]["tr"] == "Kumasi Bir"


def test_without_a_machine_there_is_no_button_and_no_deed(client, cast, page, settings):
    settings.DEEPL_KEY = settings.LIBRETRANSLATE_URL = ""
    client.force_login(cast.eva)
    assert 'value="machine"' not in client.get(f"/en/desk/pages/{page.pk}/translate/tr/").content.decode()
    assert send(client, page, "tr", do="machine").status_code == 404


def test_a_machine_fills_what_is_open_and_is_named_until_somebody_has_read_it(client, cast, page, deepl):
    client.force_login(cast.eva)
    send(client, page, "tr", do="machine")
    content = page.revisions.first().content
    assert content["title"]["tr"] == "TR KUMASI"
    assert standing(page, "tr") == "machine"
    send(client, page, "tr", all_right="on")
    assert standing(page, "tr") == "current"


def test_a_silent_machine_changes_nothing(client, cast, page, settings):
    settings.DEEPL_KEY, settings.DEEPL_URL = "secret", "http://127.0.0.1:9"
    client.force_login(cast.eva)
    before = page.revisions.first().number
    send(client, page, "tr", do="machine")
    assert page.revisions.first().number == before


def test_readers_are_told_of_a_machine_and_of_newer_german(client, cast, make_page, publish_with):
    page = make_page(live=False)
    text = section("text", text={"de": "<p>Hallo</p>", "en": "<p>Hello</p>"})
    publish_with(page, [text])
    assert "fp-note" not in client.get("/de/pages/kumasi/").content.decode()
    page.live.content["translations"]["en"]["origin"] = "machine"
    page.live.content["title"]["en"] = page.live.content["summary"]["en"] = "Kumasi"
    page.live.content["translations"] = {
        "en": {"origin": "machine", "of": stamps_of(page.live.content)},
    }
    page.live.save()
    assert "A machine has translated this page" in client.get("/en/pages/kumasi/").content.decode()
    page.live.content["title"]["de"] = "Kumasi, Ghana"
    page.live.save()
    assert "Parts of the German text are newer" in client.get("/en/pages/kumasi/").content.decode()


def stamps_of(content):
    return stamp_of(content, "en", source=SOURCE, origin="machine")["of"]


def test_outdated_translations_are_on_the_editors_list(cast, make_page, publish_with):
    page = make_page(live=False)
    publish_with(page, [section("text", text={"de": "<p>Hallo</p>", "en": "<p>Hello</p>"})])
    page.live.content["title"] = {"de": "Kumasi", "en": "Kumasi"}
    page.live.content["translations"] = {}
    page.live.save()
    names = [group.name for group in groups_for(cast.eva, most=5)]
    assert "pages.translations" in names
