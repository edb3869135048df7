# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What editors put first, and what is suggested while somebody types."""

import datetime as dt

import pytest
from django.utils import timezone

from friedensplatz.directory.models import Office, Organisation
from friedensplatz.search import suggesting
from friedensplatz.search.actions import rebuild_index
from friedensplatz.search.bets import bets_for, place_bet, take_bet_back
from friedensplatz.search.models import BestBet
from friedensplatz.search.queries import key_of
from friedensplatz.search.suggesting import suggestions
from tests.cast import make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return make_cast()


@pytest.fixture
def club():
    club = Organisation.objects.create(
        slug="club", kind="association", name={"de": "Förderverein Übergang", "en": "Club"}
    )
    rebuild_index()
    return club


def bet(club, cast, **fields):
    given = {"reason": "oft gesucht", "until": None} | fields
    return place_bet("Führerschein", key_of(club), by=cast.eva, **given)


def test_a_bet_stands_first_however_the_words_are_typed(club, cast):
    bet(club, cast)
    for words in ("Führerschein", "fuehrerschein", " FÜHRERSCHEIN! "):
        assert [hit.title for hit in bets_for(words, "de")] == ["Förderverein Übergang"]
    assert bets_for("Führerschein neu", "de") == []


def test_a_bet_placed_again_has_the_new_reason(club, cast):
    bet(club, cast)
    bet(club, cast, reason="neu")
    assert [one.reason for one in BestBet.objects.all()] == ["neu"]


def test_a_bet_ends_after_its_last_day(club, cast):
    today = timezone.localdate()
    bet(club, cast, until=today)
    assert len(bets_for("Führerschein", "de")) == 1
    bet(club, cast, until=today - dt.timedelta(days=1))
    assert bets_for("Führerschein", "de") == []


def test_a_bet_that_is_taken_back_is_gone(club, cast):
    take_bet_back(bet(club, cast), by=cast.eva)
    assert bets_for("Führerschein", "de") == []


def test_the_search_page_shows_a_bet_above_what_it_finds(client, club, cast):
    bet(club, cast)
    page = client.get("/en/search/?q=F%C3%BChrerschein").content.decode()
    assert "Chosen by the editors" in page
    assert ">Club</a>" in page


def test_an_editor_puts_something_first_and_takes_it_back(client, club, cast):
    client.force_login(cast.eva)
    page = client.get("/en/desk/words/first/add/?word=Schein&look=Club")
    assert key_of(club) in page.content.decode()
    sent = {"words": "Schein", "thing": key_of(club), "reason": "", "until": ""}
    answer = client.post("/en/desk/words/first/add/?word=Schein&look=Club", sent)
    assert answer.status_code == 200
    assert not BestBet.objects.exists()
    client.post("/en/desk/words/first/add/?word=Schein&look=Club", sent | {"reason": "Viele fragen."})
    placed = BestBet.objects.get()
    assert (placed.words, placed.reason, placed.by) == ("Schein", "Viele fragen.", cast.eva)
    client.post(f"/en/desk/words/first/{placed.pk}/delete/")
    assert not BestBet.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_bets_costs_the_same_queries_however_many(client, club, cast, rows, django_assert_num_queries):
    for number in range(rows):
        place_bet(f"Wort {number}", key_of(club), reason="x", until=None, by=cast.eva)
    client.force_login(cast.eva)
    client.get("/en/desk/words/first/")
    with django_assert_num_queries(6):
        client.get("/en/desk/words/first/")


def test_suggestions_begin_at_any_word_of_a_title(club):
    assert [one.title for one in suggestions("uber", "de")] == ["Förderverein Übergang"]
    assert [one.title for one in suggestions("foerd", "de")] == ["Förderverein Übergang"]
    assert suggestions("gang", "de") == []
    assert suggestions("f", "de") == []


def test_suggestions_are_in_the_language_of_the_page_and_offices_stand_first(club):
    Office.objects.create(slug="clubbuero", kind="office", name={"de": "Clubbüro", "en": "Club office"})
    rebuild_index()
    assert [one.title for one in suggestions("clu", "en")] == ["Club office", "Club"]


@pytest.mark.parametrize("rows", [1, 3])
def test_suggestions_cost_the_same_queries_however_many_things(client, club, rows, django_assert_max_num_queries):
    for number in range(rows):
        Organisation.objects.create(slug=f"c{number}", kind="association", name={"de": f"Förderkreis {number}"})
    rebuild_index()
    with django_assert_max_num_queries(2):
        found = client.get("/de/search/suggestions?q=f%C3%B6rder").json()["suggestions"]
    assert len(found) == rows + 1
    assert found[0]["url"].startswith("/de/organisations/")


def test_suggestions_are_of_the_weightiest_when_there_are_very_many(club, monkeypatch):
    Office.objects.create(slug="clubbuero", kind="office", name={"de": "Clubbüro"})
    rebuild_index()
    monkeypatch.setattr(suggesting, "MOST_TITLES", 1)
    assert [one.title for one in suggestions("clu", "de")] == ["Clubbüro"]
    assert suggestions("foerd", "de") == []
