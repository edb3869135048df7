# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from friedensplatz.pages.actions import save_draft
from friedensplatz.pages.content import clean
from friedensplatz.pages.copies import forget_old_copies, keep_copy, new_token, unsaved_copies
from friedensplatz.pages.models import WorkingCopy
from friedensplatz.pages.tests.conftest import section, written
from friedensplatz.pages.tests.test_fields import sent

TOKEN = "a" * 22


@pytest.fixture
def page(make_page):
    first = section("text", text={"de": "<p>Eins</p>"})
    return make_page(live=False, sections=[first, {"id": "s2", "kind": "text", "text": {"de": "<p>Zwei</p>"}}])


@pytest.fixture
def eva(cast):
    client = Client()
    client.force_login(cast.eva)
    return client


def form_of(page, *, number=1, token=TOKEN, **fields):
    """What eva's browser sends when it shows a revision."""
    data = sent(page.revisions.get(number=number).content)
    data.update({"token": token, "based_on": number, "language": "de"})
    for name, value in fields.items():
        data[name] = value
    return data


def post(client, page, address, data, **more):
    return client.post(
        f"/en/desk/pages/{page.pk}/{address}", data.urlencode(), "application/x-www-form-urlencoded", **more
    )


def newest(page):
    return page.revisions.latest("number")


def texts(page):
    return [one["text"].get("de") for one in newest(page).content["sections"]]


def test_what_was_typed_is_a_new_draft_when_it_is_saved(eva, page):
    response = post(eva, page, "", form_of(page, **{"s1.text": "Neu\n\n- a\n- b", "note": "Liste"}))
    assert response["Location"] == f"/en/desk/pages/{page.pk}/?language=de"
    assert texts(page) == ["<p>Neu</p><ul><li>a</li><li>b</li></ul>", "<p>Zwei</p>"]
    assert (newest(page).number, newest(page).note) == (2, "Liste")


def test_one_draft_is_made_when_the_button_is_pressed_twice(eva, page):
    data = form_of(page, **{"s1.text": "Neu"})
    post(eva, page, "", data)
    post(eva, page, "", data)
    assert newest(page).number == 2


def test_both_texts_are_in_when_two_people_wrote_in_different_sections(eva, page, cast):
    theirs = page.revisions.get(number=1).content | {}
    theirs = clean(
        {**theirs, "sections": [theirs["sections"][0], {**theirs["sections"][1], "text": {"de": "<p>Ihr</p>"}}]}
    )
    save_draft(page, theirs, based_on=1, by=cast.ada)
    post(eva, page, "", form_of(page, **{"s1.text": "Mein"}))
    assert texts(page) == ["<p>Mein</p>", "<p>Ihr</p>"]


def contradiction(eva, page, cast):
    first, second = page.revisions.get(number=1).content["sections"]
    theirs = written(sections=[{**first, "text": {"de": "<p>Ihr Text</p>"}}, second])
    save_draft(page, theirs, based_on=1, by=cast.ada)
    return post(eva, page, "", form_of(page, **{"s1.text": "Mein Text"}))


def test_both_texts_are_shown_when_two_people_wrote_the_same_passage(eva, page, cast):
    response = contradiction(eva, page, cast)
    assert response["Location"] == f"/en/desk/pages/{page.pk}/decide/{TOKEN}/"
    html = eva.get(response["Location"]).content.decode()
    assert "Mein Text" in html
    assert "Ihr Text" in html
    assert newest(page).number == 2


@pytest.mark.parametrize(
    ("answer", "text"),
    [("mine", "<p>Mein Text</p>"), ("theirs", "<p>Ihr Text</p>"), ("both", "<p>Ihr Text</p><p>Mein Text</p>")],
)
def test_the_chosen_text_stands_when_somebody_decided(eva, page, cast, answer, text):
    where = contradiction(eva, page, cast)["Location"]
    assert eva.post(where, {"newest": "2", "0": answer}).status_code == 302
    assert texts(page) == [text, "<p>Zwei</p>"]
    assert not page.copies.exists()


def test_nothing_is_decided_when_somebody_saved_again_meanwhile(eva, page, cast):
    where = contradiction(eva, page, cast)["Location"]
    save_draft(page, {**newest(page).content, "summary": {"de": "Neu."}}, based_on=2, by=cast.ada)
    assert eva.post(where, {"newest": "2", "0": "mine"}).status_code == 200
    assert newest(page).number == 3
    assert eva.post(where, {"newest": "3", "0": "mine"}).status_code == 302
    assert (texts(page), newest(page).content["summary"]) == (["<p>Mein Text</p>", "<p>Zwei</p>"], {"de": "Neu."})


def test_a_copy_is_kept_while_somebody_writes_and_gone_when_it_is_saved(eva, page):
    data = form_of(page, **{"s1.text": "Halb fert", "changed": "1"})
    answer = post(eva, page, "keep/", data).json()
    assert sorted(answer) == ["at", "findings", "others"]
    assert newest(page).number == 1
    assert page.copies.get().content["sections"][0]["text"] == {"de": "<p>Halb fert</p>"}
    post(eva, page, "", data)
    assert not page.copies.exists()


def test_nothing_is_unsaved_when_somebody_only_looked(eva, page, cast):
    for deed in ("find:s1.things", "language:en"):
        response = post(eva, page, "", form_of(page, do=deed))
    assert response["Location"] == f"/en/desk/pages/{page.pk}/?language=en"
    post(eva, page, "keep/", form_of(page, changed="1"))
    assert not unsaved_copies(page, by=cast.eva).exists()


def test_a_closed_window_is_offered_again_and_goes_on_where_it_was(eva, page, cast):
    content = written(sections=[section("text", text={"de": "<p>Von gestern</p>"})])
    keep_copy(page, TOKEN, by=cast.eva, based_on=1, language="de", content=content)
    page.copies.update(seen_at=timezone.now() - dt.timedelta(hours=1))
    assert f"?copy={TOKEN}" in eva.get(f"/en/desk/pages/{page.pk}/").content.decode()
    assert "Von gestern" in eva.get(f"/en/desk/pages/{page.pk}/?copy={TOKEN}").content.decode()
    post(eva, page, f"discard/{TOKEN}/", form_of(page))
    assert not page.copies.exists()


def test_nobody_reads_the_copy_of_somebody_else(eva, page, cast):
    keep_copy(page, TOKEN, by=cast.ada, based_on=1, language="de", content=written("Geheim"))
    assert "Geheim" not in eva.get(f"/en/desk/pages/{page.pk}/?copy={TOKEN}").content.decode()
    assert eva.get(f"/en/desk/pages/{page.pk}/decide/{TOKEN}/").status_code == 404


def test_people_see_who_else_is_writing(eva, page, cast):
    keep_copy(page, new_token(), by=cast.ada, based_on=1, language="de")
    assert "Ada is writing here too." in post(eva, page, "keep/", form_of(page)).json()["others"]
    page.copies.update(seen_at=timezone.now() - dt.timedelta(minutes=2))
    assert post(eva, page, "keep/", form_of(page)).json()["others"].strip() == ""


def test_an_open_window_without_changes_is_nothing_unsaved(page, cast):
    keep_copy(page, TOKEN, by=cast.eva, based_on=1, language="de")
    page.copies.update(seen_at=timezone.now() - dt.timedelta(days=31))
    assert not unsaved_copies(page, by=cast.eva).exists()
    assert forget_old_copies(timezone.now()) == 1
    assert not WorkingCopy.objects.exists()


def test_sections_are_added_moved_and_taken_out_without_a_script(eva, page):
    html = post(eva, page, "", form_of(page, do="add:facts")).content.decode()
    assert html.count('name="section"') == 3
    html = post(eva, page, "", form_of(page, do="up:s2")).content.decode()
    assert html.index('value="s2"') < html.index('value="s1"')
    html = post(eva, page, "", form_of(page, do="gone:s1")).content.decode()
    assert '<input type="hidden" name="s1.gone" value="1" data-gone>' in html
    assert newest(page).number == 1
    post(eva, page, "", form_of(page, **{"s1.gone": "1"}))
    assert texts(page) == ["<p>Zwei</p>"]


def test_a_thing_is_found_by_its_name_without_a_script(eva, make_page, cast):
    page = make_page(live=False, sections=[section("contact", things=[])])
    data = form_of(page, do="find:s1.things", **{"s1.things.words": "zzz", "s1.things.kinds": "office"})
    assert "Nothing is called like this." in post(eva, page, "", data).content.decode()


def test_the_language_changes_and_what_was_typed_stays(eva, page):
    response = post(eva, page, "", form_of(page, do="language:en", **{"s1.text": "Neu"}))
    assert response["Location"] == f"/en/desk/pages/{page.pk}/?copy={TOKEN}"
    html = eva.get(response["Location"]).content.decode()
    assert 'name="language" value="en"' in html
    data = form_of(page, **{"s1.text": "New"})
    data["language"] = "en"
    post(eva, page, "", data)
    assert newest(page).content["sections"][0]["text"] == {"de": "<p>Neu</p>", "en": "<p>New</p>"}


def test_parts_come_one_by_one(eva, page):
    html = eva.get(f"/en/desk/pages/{page.pk}/part/", {"kind": "steps", "language": "ar"}).content.decode()
    assert 'name="section"' in html
    assert 'dir="rtl"' in html
    item = eva.get(f"/en/desk/pages/{page.pk}/part/", {"kind": "facts", "place": "s1.facts"}).content.decode()
    assert 'name="s1.facts"' in item
    for wrong in (
        {"kind": "script"},
        {"kind": "facts", "place": "s1.heading"},
        {"kind": "facts", "place": "../x.facts"},
    ):
        assert eva.get(f"/en/desk/pages/{page.pk}/part/", wrong).status_code == 400


def test_a_form_without_its_marks_is_refused(eva, page):
    for wrong in ({"token": "short"}, {"based_on": "9"}, {"based_on": "x"}, {"language": "xx"}):
        assert post(eva, page, "", form_of(page, **wrong)).status_code == 400
    assert newest(page).number == 1


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_writing_asks_the_database_as_often_with_many_sections(eva, make_page, cast):
    def asked(slug, number):
        contacts = [{"id": f"s{n}", "kind": "contact", "things": [f"office/{cast.office.pk}"]} for n in range(number)]
        page = make_page(slug, live=False, sections=contacts)
        return queries_of(eva, f"/en/desk/pages/{page.pk}/")

    assert asked("first", 1) == asked("second", 1) == asked("third", 3)
