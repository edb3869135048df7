# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from friedensplatz.activity.models import Activity
from friedensplatz.search.actions import forget_rare_misses, load_words, note_miss, rebuild_index, save_synonyms
from friedensplatz.search.jobs import keep_index
from friedensplatz.search.models import SynonymGroup, WordPart, ZeroResult
from friedensplatz.search.queries import find, words_that_found_nothing
from friedensplatz.search.state import is_outdated
from tests.cast import make_cast

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)


def test_load_words_when_repeated_adds_nothing():
    lists = (["haus", "übung"], ["s", "-"], [{"language": "de", "words": ["Rolli", "Rollstuhl"]}])
    assert load_words(*lists) == (3, 1)
    assert load_words(*lists) == (0, 0)


def test_miss_when_several_ask_is_shown_folded():
    for typed in ("Schwimmbäder", "schwimmbaeder", "SCHWIMMBÄDER"):
        note_miss(typed, TODAY)
    note_miss("Sauna", TODAY)
    assert [(miss.query, miss.count) for miss in words_that_found_nothing()] == [("schwimmbader", 3)]


def test_miss_when_something_was_found_meanwhile_says_so(editor):
    for found_little in (False, False, True):
        note_miss("Hallenbad", TODAY, found_little=found_little)
    assert words_that_found_nothing().get().found_little
    assert "hallenbad (found only little)" in editor.get("/en/desk/words/").content.decode()


@pytest.mark.parametrize("text", ["", "anna@home.example", "0231 12345", "x" * 61, "\x00"])
def test_miss_when_it_may_be_about_a_person_is_not_kept(text):
    note_miss(text, TODAY)
    assert not ZeroResult.objects.exists()


def test_misses_when_rare_and_old_are_forgotten():
    note_miss("Sauna", TODAY - dt.timedelta(days=31))
    note_miss("Eisbahn", TODAY)
    assert forget_rare_misses(TODAY) == 1
    assert ZeroResult.objects.get().query == "eisbahn"


def test_index_when_parts_change_is_made_anew_by_the_job():
    assert is_outdated()
    assert keep_index(None) == "17 things indexed"  # the goals of the United Nations
    assert not is_outdated()
    load_words(["haus"], [], [])
    assert is_outdated()


def test_synonyms_when_saved_hold_at_once(cast):
    rebuild_index()
    assert find("Meckerecke", "de").total == 0
    save_synonyms(SynonymGroup(language="de", words=["Meckerecke", "Anregungen"]), by=cast.eva)
    assert [hit.title for hit in find("Meckerecke", "de").hits] == ["Büro für Anregungen"]


@pytest.fixture
def cast(db):
    return make_cast()


@pytest.fixture
def editor(client, cast):
    client.force_login(cast.eva)
    return client


def test_desk_when_words_are_added_changed_and_deleted(editor):
    editor.post("/de/desk/words/synonyms/add/", {"language": "de", "words": "Rolli\n\n Rollstuhl \nRolli"})
    group = SynonymGroup.objects.get()
    assert group.words == ["Rolli", "Rollstuhl"]
    editor.post(f"/de/desk/words/synonyms/{group.pk}/", {"language": "de", "words": "Rolli\nRollator"})
    assert SynonymGroup.objects.get().words == ["Rolli", "Rollator"]
    assert "Rolli, Rollator" in editor.get(f"/de/desk/words/synonyms/{group.pk}/delete/").content.decode()
    editor.post(f"/de/desk/words/synonyms/{group.pk}/delete/")
    assert not SynonymGroup.objects.exists()


@pytest.mark.parametrize("words", ["", "eins", "\n".join(map(str, range(31))), f"eins\n{'x' * 81}"])
def test_desk_when_a_group_is_no_group_says_so(editor, words):
    page = editor.post("/de/desk/words/synonyms/add/", {"language": "de", "words": words})
    assert page.status_code == 200
    assert not SynonymGroup.objects.exists()


def test_desk_when_a_learnt_part_is_written_it_becomes_the_editors(editor):
    WordPart.objects.create(text="haus", learnt=True)
    editor.post("/de/desk/words/parts/add/", {"text": " Haus ", "kind": "never"})
    part = WordPart.objects.get()
    assert (part.text, part.kind, part.learnt) == ("haus", "never", False)
    again = editor.post("/de/desk/words/parts/add/", {"text": "haus", "kind": "part"})
    assert again.status_code == 200
    assert WordPart.objects.get().kind == "never"


def test_miss_when_settled_counts_anew(editor):
    settled, other = (
        ZeroResult.objects.create(query=query, count=5, last_day=TODAY) for query in ("eisbahn", "freibad")
    )
    address = f"/en/desk/words/missed/{settled.pk}/settle/"
    page = editor.post(address, follow=True).content.decode()
    assert list(ZeroResult.objects.all()) == [other]
    assert "Settled. If several people look for it in vain again, it comes back." in page
    assert editor.post(address).status_code == 302
    deed = Activity.objects.get(verb="settled")
    assert deed.details == {"query": "eisbahn", "count": 5}
    note_miss("Eisbahn")
    assert ZeroResult.objects.get(query="eisbahn").count == 1


@pytest.mark.parametrize("address", ["/de/desk/words/", "/de/desk/words/parts/"])
def test_desk_lists_cost_the_same_for_one_and_three(editor, address):
    costs = []
    for count in (1, 3):
        for number in range(count):
            SynonymGroup.objects.create(words=[f"a{count}{number}", "b"])
            WordPart.objects.create(text=f"wort{'x' * (10 * count + number)}")
            ZeroResult.objects.create(query=f"q{count}{number}", count=5, last_day=TODAY)
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(address).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]
