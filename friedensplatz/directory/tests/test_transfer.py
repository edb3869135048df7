# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables out and in: nothing is lost on the way, nothing is written that nobody saw, nothing half."""

import io
import json

import pytest
from django.core.files.storage import default_storage

from friedensplatz.activity.models import Activity
from friedensplatz.directory.jobs import forget_imports, take_in
from friedensplatz.directory.models import (
    Audience,
    District,
    Duty,
    FocusArea,
    Import,
    Link,
    Office,
    Organisation,
    Person,
    Phrasing,
    Placement,
    Source,
    Tenure,
    Topic,
)
from friedensplatz.directory.transfer import checking
from friedensplatz.directory.transfer.csvs import write_csv
from friedensplatz.directory.transfer.jsons import write_json
from friedensplatz.directory.transfer.tables import TABLES
from friedensplatz.directory.transfer.writing import confirm, give_up, take_files, write

NASTY = [
    "=1+1",
    "+49 231",
    "-3",
    "@SUM(A1)",
    "'=schon geschützt",
    "''+zwei",
    "'nur ein Strich",
    "\ttab",
    'mit "Anführung", Komma; Strichpunkt',
    "zwei\nZeilen\n\n",
    "  Leerzeichen  ",
    "ä ö ü ß – “ ” 𝄞 🌳 \u200f مرحبا",
    "<b>&amp;</b>",
    "{}[],",
    "\ufeffBOM",
]


def take(**files):
    """An import of files given as text or bytes, read to its end."""
    named = [
        (name.replace("__", "."), io.BytesIO(text if isinstance(text, bytes) else text.encode()))
        for name, text in files.items()
    ]
    one = take_files(named, by=None)
    take_in(None)
    one.refresh_from_db()
    return one


def everything_as_csv():
    return {f"{name}__csv": "".join(write_csv(table)) for name, table in TABLES.items()}


def problems(one):
    return [(problem["place"], problem["reason"]) for problem in one.problems]


def accept(one):
    assert confirm(one, one.mark)
    take_in(None)
    one.refresh_from_db()
    return one


def test_what_goes_out_as_csv_comes_in_unchanged(everything):
    one = take(**everything_as_csv())
    assert (one.state, one.problems, one.changes.count()) == ("ready", [], 0)
    assert one.rows > len(TABLES) - 3


def test_what_goes_out_as_json_comes_in_unchanged(everything):
    one = take(all__json="".join(write_json(TABLES.values())))
    assert (one.state, one.problems, one.changes.count()) == ("ready", [], 0)


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_changed_on_the_way_and_none_is_a_formula(everything, text):
    Office.objects.update(summary={"de": text, "fr": text}, short=text[:40])
    Phrasing.objects.update(text=text)
    files = everything_as_csv()
    assert take(**files).changes.count() == 0
    assert take(all__json="".join(write_json(TABLES.values()))).changes.count() == 0
    cells = [cell for line in files["offices__csv"].splitlines() for cell in line.split(",")]
    assert not [cell for cell in cells if cell.strip('"').startswith(("=", "+", "-", "@"))]


def test_an_empty_house_takes_in_what_another_gave_out(everything):
    files = everything_as_csv()
    Office.objects.update(parent=None)
    for model in (
        Link,
        Duty,
        FocusArea,
        District,
        Organisation,
        Tenure,
        Placement,
        Office,
        Person,
        Topic,
        Audience,
        Source,
    ):
        model.objects.all().delete()
    one = accept(take(**files))
    assert (one.state, one.problems) == ("done", [])
    assert everything_as_csv() == files


def test_columns_that_are_left_out_stay_as_they_are(everything):
    one = take(offices__csv="slug,review_by,name.en\nequality,01.03.2027,Equality\n")
    changed = [
        (name, one.changes.get().before[name], after)
        for name, after in one.changes.get().after.items()
        if one.changes.get().before[name] != after
    ]
    assert [name for name, _before, _after in changed] == ["name", "review_by"]
    accept(one)
    office = Office.objects.get(slug="equality")
    assert office.name == {"de": "Gleichstellungsbüro", "en": "Equality", "ar": "مكتب المساواة"}
    assert (office.review_by.isoformat(), office.text["easy"]) == ("2027-03-01", "Wir helfen Ihnen.")
    assert Activity.objects.filter(verb="imported").count() == 2


def test_rows_of_a_thing_are_all_it_has(everything):
    accept(take(phrasings__csv="slug,kind,language,text\nadvice,example,de,Neu\nadvice,term,de,Rat\n"))
    assert set(Phrasing.objects.values_list("kind", "text")) == {("example", "Neu"), ("term", "Rat")}


def test_new_things_may_need_each_other_in_any_order(db):
    topics = "slug,name,parent\nkind,Kind,eltern\neltern,Eltern,\n"
    duties = "slug,office,title.de,topics\nhilfe,amt,Hilfe,kind\n"
    offices = "slug,kind,name.de\namt,office,Amt\n"
    names = "slug,name.de,until\namt,Altes Amt,2017\namt,Amt,\n"
    one = accept(take(duties__csv=duties, office_names__csv=names, offices__csv=offices, topics__csv=topics))
    assert (one.state, one.problems) == ("done", [])
    assert Topic.objects.get(slug="kind").parent.slug == "eltern"
    assert Duty.objects.get().office.name == {"de": "Amt"}
    assert Office.objects.get().names.count() == 2
    assert Office.objects.get().team.name == "Amt"


@pytest.mark.parametrize(
    ("name", "text", "place", "reason"),
    [
        ("offices", "slug,kind,name.de\nx,castle,X\n", "Zeile 2, kind", "agency"),
        ("offices", "slug,kind,name.de\nx,office,\n", "Zeile 2, name", "deutsche Text|German text"),
        ("offices", "slug,kind,name.de\nX y,office,X\n", "Zeile 2, slug", "geschrieben|written"),
        ("offices", "slug,kind,name.de,short\nx,office,X," + "k" * 41 + "\n", "Zeile 2, short", "40"),
        ("offices", 'slug,kind,name.de\nx,office,"X\n\nY"\ny,castle,Y\n', "Zeile 5 (Zeile 3), kind", "agency"),
        ("offices", "slug,kind,name.de\nx,office,X,zu viel\n", "Zeile 2", "cells|Zellen"),
        ("offices", 'slug,kind,name.de\nx,office,"X"Y\n', "Zeile 2", "expected"),
        ("offices", "slug,colour\nx,red\n", "Zeile 1", "colour"),
        ("offices", "slug,short.de\nx,red\n", "Zeile 1", "short.de"),
        ("offices", "kind\noffice\n", "Zeile 1", "slug"),
        ("offices", "slug,source\nequality,nowhere\n", "Zeile 2, source", "nowhere"),
        ("offices", "slug,short\nequality,A\nequality,B\n", "Zeile 3", "equality"),
        ("office_names", "slug,name.de,since\nghost,Geist,2018\n", "Zeile 2, slug", "ghost"),
        ("office_names", "slug,name.de,since\nequality,X,2018-13\n", "Zeile 2, since", "2018-03"),
        ("office_contacts", "slug,email\nequality,nobody\n", "Zeile 2, email", "E-Mail"),
        ("office_contacts", "slug,hours\nequality,mo 12:00-09:00\n", "Zeile 2, hours", "start|Anfang"),
        (
            "office_closures",
            "slug,first_day,last_day\nequality,2026-12-31,2026-12-24\n",
            "Zeile 2, slug",
            "start|Anfang",
        ),
        ("office_contacts", "slug,step_free\nequality,vielleicht\n", "Zeile 2, step_free", "yes"),
        ("offices", b"\xff\xfes\x00l\x00", "Zeile 1", "UTF-16"),
        ("offices", "slug,short\nequality,A\x00B\n", "Zeile 2, short", "read|lesen"),
        ("districts", "slug,name.de,number\nnorth,Nord,x\n", "Zeile 2, number", "number|Zahl"),
        ("nonsense", "slug\nx\n", "", "offices.csv"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_nothing_is_written(everything, name, text, place, reason):
    before = everything_as_csv()
    one = take(**{f"{name}__csv": text})
    assert one.state == "refused"
    found = one.problems[0]["place"].replace("line", "Zeile").replace("row", "Zeile").removeprefix(f"{name}.csv, ")
    assert found == place
    assert any(part in one.problems[0]["reason"] for part in reason.split("|"))
    assert not confirm(one, one.mark)
    assert everything_as_csv() == before


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[{"table": "topics", "slug": "x", "name": {"de": "X"}},\n{"table": "topics", "slug": "y"', "2"),
        ('[\n{"table": "nonsense", "slug": "x"}]', "2"),
        ('[\n{"table": "topics", "slug": "x", "colour": 1}]', "2"),
        ('[\n{"table": "topics", "name": 1}]', "2"),
        ('{"table": "topics"', "1"),
        ("[1]", "1"),
        ("", "1"),
        ("Anrede;Name", "1"),
    ],
)
def test_json_that_is_cut_off_or_none_is_refused_with_its_line(db, text, line):
    one = take(all__json=text)
    assert (one.state, one.problems[0]["place"].split()[-1]) == ("refused", line)
    assert not Topic.objects.exists()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_csv_of_every_spreadsheet_program_is_understood(db, delimiter, ends):
    text = ends.join(["slug,name.de", 'muell,"Müll, Straße; Licht"', ""]).replace("slug,name", f"slug{delimiter}name")
    accept(take(topics__csv=text.replace("muell,", f"muell{delimiter}")))
    assert Topic.objects.get().name == {"de": "Müll, Straße; Licht"}


def test_windows_1252_is_read_and_said(db):
    one = take(topics__csv="slug,name.de\nmuell,Müll – „Dreck“\n".encode("cp1252"))
    assert len(one.notes) == 1
    assert "Windows-1252" in one.notes[0]
    accept(one)
    assert Topic.objects.get().name == {"de": "Müll – „Dreck“"}


def test_names_of_files_may_have_a_number(db):
    assert take(**{"topics (2)__csv": "slug,name.de\nx,X\n"}).changes.count() == 1


def test_what_changed_in_between_is_not_overwritten_but_shown_anew(everything):
    one = take(offices__csv="slug,short\nequality,Neu\nabove,Oben\n")
    assert confirm(one, one.mark)
    Office.objects.filter(slug="above").update(short="Anders")
    take_in(None)
    one.refresh_from_db()
    assert one.state == "checking"
    take_in(None)
    one.refresh_from_db()
    assert (one.state, one.changes.get(key="above").before["short"], len(one.notes)) == ("ready", "Anders", 1)
    assert set(Office.objects.values_list("short", flat=True)) == {"", "Anders"}


def test_only_the_state_that_was_shown_can_be_confirmed(everything):
    one = take(offices__csv="slug,short\nequality,Neu\n")
    assert not confirm(one, "another")
    assert confirm(one, one.mark)
    assert not confirm(one, one.mark)


def test_offices_in_a_ring_are_refused_and_nothing_is_written(everything):
    one = accept(take(offices__csv="slug,short\nequality,Neu\n", office_places__csv="slug,office\nabove,equality\n"))
    assert (one.state, len(one.problems)) == ("refused", 1)
    assert Office.objects.get(slug="equality").short == ""


def test_two_districts_with_one_number_are_refused_and_nothing_is_written(everything):
    one = accept(take(districts__csv="slug,name.de,number\nsouth,Süd,1\nwest,West,2\n"))
    assert (one.state, len(one.problems)) == ("refused", 1)


def test_reading_that_was_cut_off_goes_on_where_it_was(everything, monkeypatch):
    monkeypatch.setattr(checking, "CHUNK", 2)
    text = "slug,name.de\n" + "".join(f"topic-{number},Thema {number}\n" for number in range(9))
    one = take_files([("topics.csv", io.BytesIO(text.encode()))], by=None)
    compare, calls = checking._compare, []

    def dying(*args):
        calls.append(args)
        if len(calls) == 3:
            raise KeyboardInterrupt
        compare(*args)

    monkeypatch.setattr(checking, "_compare", dying)
    with pytest.raises(KeyboardInterrupt):
        take_in(None)
    one.refresh_from_db()
    assert (one.state, one.rows, one.changes.count()) == ("checking", 4, 4)
    take_in(None)
    one.refresh_from_db()
    assert (one.state, one.rows, one.changes.count()) == ("ready", 9, 9)
    assert one.mark == take(topics__csv=text).mark


def test_reading_lets_other_jobs_have_their_turn(db, monkeypatch):
    monkeypatch.setattr(checking, "CHUNK", 2)
    text = "slug,name.de\n" + "".join(f"topic-{number},Thema {number}\n" for number in range(5))
    one = take_files([("topics.csv", io.BytesIO(text.encode()))], by=None)
    for rows, state in ((2, "checking"), (4, "checking"), (5, "ready")):
        checking.check(one, seconds=0)
        one.refresh_from_db()
        assert (one.rows, one.state) == (rows, state)


def test_writing_that_was_cut_off_has_written_nothing_and_is_done_again(everything, monkeypatch):
    one = take(topics__csv="slug,name.de\na,A\nb,B\n")
    confirm(one, one.mark)
    one.refresh_from_db()
    real, calls = write.__globals__["add_thing"], []

    def dying(*args, **kwargs):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*args, **kwargs)

    monkeypatch.setitem(write.__globals__, "add_thing", dying)
    with pytest.raises(KeyboardInterrupt):
        write(one)
    assert list(Topic.objects.values_list("slug", flat=True)) == ["equal"]
    take_in(None)
    assert Topic.objects.count() == 3


def test_too_many_rows_are_refused_with_the_line_of_the_first_too_many(db, monkeypatch):
    monkeypatch.setattr(checking, "MOST_ROWS", 3)
    one = take(topics__csv="slug,name.de\n" + "".join(f"t{number},T\n" for number in range(9)))
    assert one.state == "refused"
    assert one.problems[0]["place"].split()[-1] == "5"


def test_too_many_changes_and_too_many_problems_end_the_reading(db, monkeypatch):
    monkeypatch.setattr(checking, "MOST_CHANGES", 3)
    monkeypatch.setattr(checking, "MOST_PROBLEMS", 3)
    assert take(topics__csv="slug,name.de\n" + "".join(f"t{number},T\n" for number in range(9))).state == "refused"
    assert len(take(topics__csv="slug,name.de\n" + "x y,T\n" * 9).problems) <= 3


def test_imports_that_were_given_up_or_written_leave_no_files(everything):
    one, other = (take(topics__csv="slug,name.de\nx,X\n") for _ in range(2))
    give_up(one)
    accept(other)
    assert [default_storage.exists(each.files[0]["place"]) for each in (one, other)] == [False, False]


def test_imports_nobody_confirms_are_forgotten_after_a_week(db):
    import datetime as dt

    from django.utils import timezone

    take(topics__csv="slug,name.de\nx,X\n")
    assert forget_imports(timezone.now()) == 0
    assert forget_imports(timezone.now() + dt.timedelta(days=8)) == 1
    assert Import.objects.get().state == "given_up"


def test_json_knows_which_line_a_record_begins_in(db):
    records = [{"table": "topics", "slug": f"t{number}", "name": {"de": "T"}} for number in range(3)]
    text = json.dumps([*records, {"table": "topics", "slug": "Ä", "name": {"de": "T"}}], indent=2)
    line = text[: text.index('"Ä"' if '"Ä"' in text else "\\u00c4")].count("\n") - 1
    assert f"{line} " in one_place(take(all__json=text)).replace(",", " ")


def one_place(one):
    return one.problems[0]["place"].removeprefix("all.json, ")
