# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import html
import re

import pytest
from django.urls import reverse

from friedensplatz.activity.models import Activity
from friedensplatz.directory.models import Contact, Duty, HoursException, Office, Organisation, Phrasing, Topic
from friedensplatz.directory.parts.content import key_of
from friedensplatz.directory.parts.registry import PARTS

MOST_QUERIES = 8


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.eva)
    return client


def fields_of(page):
    """What a browser would send back from the main form of a page, untouched."""
    form = re.search(r'<form method="post" novalidate>(.*?)</form>', page, re.DOTALL)[1]
    sent = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = (re.search(rf'{part}="([^"]*)"', tag) for part in ("name", "value"))
        if name and ('type="checkbox"' not in tag or "checked" in tag):
            sent.setdefault(name[1], []).append(html.unescape(value[1]) if value else "on" if "checkbox" in tag else "")
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        sent[name] = html.unescape(text).lstrip("\n").replace("\n", "\r\n")
    for name, options in re.findall(r'<select[^>]*name="([^"]*)".*?>(.*?)</select>', form, re.DOTALL):
        sent[name] = [html.unescape(value) for value in re.findall(r'value="([^"]*)" selected', options)]
    return sent


def address(part, thing):
    return reverse("thing_edit", args=[part, key_of(thing)])


def save(client, part, thing, **changes):
    sent = fields_of(client.get(address(part, thing)).content.decode())
    return client.post(address(part, thing), sent | changes)


@pytest.mark.parametrize("part", PARTS)
def test_page_of_a_part_when_saved_untouched_changes_nothing(client, cast, everything, part):
    client.force_login(cast.ada)
    before = PARTS[part].read(everything(part))
    assert save(client, part, everything(part)).status_code == 302
    assert PARTS[part].read(PARTS[part].model.objects.get(pk=everything(part).pk)) == before
    assert not Activity.objects.exists()


def speak(duty, *texts):
    Phrasing.objects.bulk_create(Phrasing(duty=duty, text=text) for text in texts)


def test_texts_when_saved_are_on_the_public_page(desk, cast):
    save(desk, "texts", cast.office, summary__de="Wir hören zu.", summary__tr="Dinliyoruz.")
    assert "Dinliyoruz." in desk.get("/tr/offices/babc/").content.decode()
    assert Activity.objects.get().actor == cast.eva


def test_texts_without_the_first_language_are_not_saved_and_kept_in_the_form(desk, cast):
    answer = save(desk, "texts", cast.office, summary__de="", text__en="Kept words")
    assert answer.status_code == 200
    assert "Kept words" in answer.content.decode()


def test_texts_when_a_colleague_saved_meanwhile_show_both_and_save_the_second_time(desk, cast):
    mine = fields_of(desk.get(address("texts", cast.office)).content.decode()) | {"summary__de": "Meins"}
    save(desk, "texts", cast.office, summary__de="Ihres")
    answer = desk.post(address("texts", cast.office), mine)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Ihres" in page
    assert "Meins" in page
    assert desk.post(address("texts", cast.office), fields_of(page)).status_code == 302
    assert Office.objects.get(pk=cast.office.pk).summary == {"de": "Meins"}


def test_rename_keeps_the_former_name_on_the_public_page(desk, cast):
    desk.post(reverse("office_rename", args=["babc"]), {"new-name__de": "Bürgerbüro", "new-since": "2026"})
    page = desk.get("/de/offices/babc/").content.decode()
    assert "<h1>Bürgerbüro</h1>" in page
    assert "Büro für Anregungen" in page


def test_rename_without_a_year_says_what_is_missing(desk, cast):
    answer = desk.post(reverse("office_rename", args=["babc"]), {"new-name__de": "Bürgerbüro"})
    assert answer.status_code == 200
    assert Office.objects.get(slug="babc").name == {"de": "Büro für Anregungen"}


def test_contact_when_hours_are_typed_as_people_write_them(desk, cast):
    save(desk, "contact", cast.office, day0="9:00 - 12:00, 13:00–16:00", languages="de, tr", step_free="yes")
    contact = PARTS["contact"].read(cast.office)
    assert contact["hours"] == ["mo 09:00-12:00", "mo 13:00-16:00"]
    assert (contact["languages"], contact["step_free"]) == (["de", "tr"], True)


@pytest.mark.parametrize("typed", ["nine to five", "12:00-09:00", "25:00-26:00", "09:00"])
def test_contact_when_hours_make_no_sense_says_so(desk, cast, typed):
    answer = save(desk, "contact", cast.office, day0=typed)
    assert answer.status_code == 200
    assert typed in answer.content.decode()


def test_contact_field_that_somebody_changed_is_not_invented_any_more(client, cast, house):
    client.force_login(cast.ada)
    Contact.objects.update(invented=["phone", "email"])
    save(client, "contact", house, phone="0231 50-0")
    assert Contact.objects.get().invented == ["email"]


def test_office_takes_a_day_with_other_hours_and_lets_it_go_again(desk, cast):
    row = {"rows-0-first_day": "2026-12-24", "rows-0-last_day": "2026-12-31", "rows-0-note__de": "Ferien"}
    save(desk, "closures", cast.office, **row)
    assert HoursException.objects.get().note == {"de": "Ferien"}
    save(desk, "closures", cast.office, **{"rows-0-DELETE": "on"})
    assert not HoursException.objects.exists()


def test_people_when_a_successor_is_added(desk, cast):
    save(
        desk, "posts", cast.office, **{"rows-0-title__de": "Leitung", "rows-0-person": "Petra", "rows-0-since": "2026"}
    )
    assert "Petra" in desk.get("/de/offices/babc/").content.decode()


def test_place_below_itself_is_refused_in_words(desk, cast):
    answer = save(desk, "places", cast.office, **{"rows-0-office": "babc", "rows-0-since": "2026"})
    assert answer.status_code == 200
    assert Office.objects.get(slug="babc").parent is None


def test_words_when_pasted_are_taken_line_by_line_without_doubles(desk, cast):
    save(desk, "words", cast.duty, example__de="Es stinkt\r\n\r\n Es stinkt \r\nAlles voll", term__tr="şikâyet")
    assert PARTS["words"].read(cast.duty)["rows"] == [
        {"kind": "example", "language": "de", "text": "Es stinkt"},
        {"kind": "example", "language": "de", "text": "Alles voll"},
        {"kind": "term", "language": "tr", "text": "şikâyet"},
    ]


def test_words_when_previewed_are_shown_and_not_saved(desk, cast):
    speak(cast.duty, "Alt", "Bleibt")
    page = save(desk, "words", cast.duty, example__de="Bleibt\r\nNeu", do="preview").content.decode()
    assert "<ins>example · de · Neu</ins>" in page
    assert "<del>example · de · Alt</del>" in page
    assert "Bleibt\nNeu</textarea>" in page.replace("\r\n", "\n")
    assert cast.duty.phrasings.count() == 2


def test_words_when_tried_before_any_training_say_that_no_door_is_known(desk, cast):
    answer = save(desk, "words", cast.duty, example__de="Ungespeichert", trial="Es stinkt", do="try")
    assert answer.context["trial"].doors == []
    assert "Ungespeichert" in answer.content.decode()
    assert not cast.duty.phrasings.exists()


def test_undo_brings_back_the_words(desk, cast):
    speak(cast.duty, "Alt")
    save(desk, "words", cast.duty, example__de="")
    assert not cast.duty.phrasings.exists()
    desk.post(reverse("change_undo", args=[Activity.objects.last().pk]))
    assert [phrasing.text for phrasing in cast.duty.phrasings.all()] == ["Alt"]


def test_undo_when_changed_again_undoes_nothing_and_says_so(desk, cast):
    save(desk, "texts", cast.office, summary__de="Eins")
    first = Activity.objects.last()
    save(desk, "texts", cast.office, summary__de="Zwei")
    answer = desk.post(reverse("change_undo", args=[first.pk]), follow=True)
    assert [message.level_tag for message in answer.context["messages"]][-1] == "warning"
    assert Office.objects.get(slug="babc").summary == {"de": "Zwei"}


@pytest.mark.parametrize(("who", "status"), [("alice", 404), ("bob", 403), ("dora", 403), ("leo", 403), ("ada", 200)])
@pytest.mark.parametrize("part", ["texts", "words"])
def test_pages_of_parts_when_not_an_editor(client, cast, part, who, status):
    client.force_login(getattr(cast, who))
    thing = cast.office if PARTS[part].model is Office else cast.duty
    assert client.get(address(part, thing)).status_code == status


def test_undo_of_somebody_elses_office_is_refused(client, cast):
    client.force_login(cast.ada)
    save(client, "texts", cast.other_office, summary__de="Neu")
    client.force_login(cast.eva)
    assert client.post(reverse("change_undo", args=[Activity.objects.last().pk])).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_list_of_offices_costs_the_same_queries_however_many(client, cast, rows, django_assert_max_num_queries):
    client.force_login(cast.ada)
    for index in range(rows):
        office = Office.objects.create(slug=f"office{index}", kind="office", name={"de": "Büro"})
        Duty.objects.create(slug=f"duty{index}", office=office, title={"de": "Pflicht"})
    client.get(reverse("office_desk_list"))
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(reverse("office_desk_list"))


def test_part_of_an_office_with_topics_shows_them_chosen(desk, cast):
    Topic.objects.create(slug="waste", name={"de": "Müll"})
    save(desk, "texts", cast.office, summary__de="Wir", topics=["waste"])
    assert PARTS["texts"].read(cast.office)["topics"] == ["waste"]
    assert Organisation.objects.count() == 0
