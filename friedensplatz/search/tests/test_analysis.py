# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from collections import Counter

import pytest

from friedensplatz.search.analysis.analyser import Analyser
from friedensplatz.search.analysis.compounds import Splitter, learn_parts
from friedensplatz.search.analysis.marking import snippet
from friedensplatz.search.analysis.plan import left_after
from friedensplatz.search.analysis.spelling import Speller
from friedensplatz.search.analysis.stems import forms
from friedensplatz.search.analysis.words import fold, fold_german, tidy, words_of

PARTS = ["beschwerde", "stelle", "frauen", "haus", "buro", "burger", "beteiligung"]


@pytest.fixture
def analyser():
    return Analyser(Splitter(PARTS))


def terms(analyser, text, language="de"):
    return analyser.text(tidy(text), language)


@pytest.mark.parametrize(
    "typed", ["Führerschein", "Fuehrerschein", "Fuhrerschein", "FÜHRERSCHEIN", "Fu\u0308hrerschein"]
)
def test_umlauts_when_typed_any_way_meet(analyser, typed):
    assert terms(analyser, typed) == ["fuhrerschein"]


@pytest.mark.parametrize(
    ("one", "other"), [("Straße", "Strasse"), ("Häuser", "Haus"), ("Büros", "Büro"), ("Städte", "Stadt")]
)
def test_forms_of_a_word_when_inflected_meet(one, other):
    assert forms(one, "de") == forms(other, "de")


@pytest.mark.parametrize("word", ["neue", "frauen", "quelle", "abenteuer", "treue"])
def test_digraph_when_after_a_vowel_or_q_stays(word):
    assert fold_german(word) == word


def test_fold_when_marks_and_foreign_letters():
    assert [fold(word) for word in ("Łódź", "İstanbul", "Ёж", "шкоди", "اَلْقُرْآن", "ﬁn")] == [
        "lodz",
        "istanbul",
        "еж",
        "шкоди",
        "القران",
        "fin",
    ]


def test_words_when_hyphens_and_apostrophes():
    assert [word.text for word in words_of("MIA-DO und здоров'я, l'école_2 - a")] == [
        "MIA-DO",
        "und",
        "здоров'я",
        "l",
        "école",
        "2",
        "a",
    ]


def test_terms_when_hyphens_are_also_joined(analyser):
    assert terms(analyser, "MIA-DO") == ["miado", "mia", "do"]
    assert terms(analyser, "Bürger-Büro") == ["burgerburo", "burg", "buro"]


def test_terms_when_compound_are_whole_and_parts(analyser):
    assert terms(analyser, "Beschwerdestellen") == ["beschwerdestell", "beschwerd", "stell"]
    assert terms(analyser, "Buergerbeteiligung") == ["burgerbeteil", "burg", "beteil"]


def test_split_when_parts_are_short_takes_given_ones():
    splitter = Splitter(["integration", "rat", "standes", "amt"])
    assert [splitter.split(word) for word in ("integrationsrat", "standesamt", "gesamtrat")] == [
        ("integration", "rat"),
        ("standes", "amt"),
        (),
    ]


def test_split_when_only_partly_known_leaves_the_word():
    assert Splitter(PARTS).split("beschwerdexyz") == ()
    assert Splitter(PARTS).split("frauen") == ()


def test_terms_when_not_german_keep_the_folded_word():
    assert forms("şikâyetler", "tr") == ("sikayet", "sikayetler")


def test_learn_parts_when_words_begin_or_end_others():
    seen = Counter(["beschwerde", "stelle", "beschwerdestelle", "kaffee", "ohne", "ohnestelle"])
    assert learn_parts(seen, frozenset({"ohne"})) == ["beschwerde", "stelle"]


@pytest.fixture
def speller():
    speller = Speller()
    speller.add(["beschwerd", "beschwerdestell", "frau", "haus", "fuhrerschein"])
    return speller


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("beshcwerd", [("beschwerd", 0.5)]),
        ("ebschwerd", [("beschwerd", 0.8)]),
        ("neschwerd", [("beschwerd", 1.3)]),
        ("eschwerd", [("beschwerd", 1.3)]),
        ("fuhrrschien", [("fuhrerschein", 2)]),
        ("hasu", [("haus", 0.5)]),
        ("hsa", []),
        ("xylophon", []),
        ("", []),
    ],
)
def test_speller_when_misspelt_names_the_nearest_and_how_unlikely(speller, typed, found):
    assert [(word, round(unlikely, 2)) for word, unlikely in speller.near(typed)] == found


def test_speller_when_asked_for_compounds_names_those_that_begin_or_end_so(speller):
    speller.add(["frauenhaus", "hausfrauen", "frauen"])
    assert speller.compounds_with("frauen") == ["frauenhaus", "hausfrauen"]
    assert speller.compounds_with("haus") == []


@pytest.mark.parametrize(("slips", "length", "left"), [(1, 4, 0.5), (1, 10, 0.8), (0.5, 10, 0.9), (2, 4, 0.2)])
def test_a_slip_when_the_word_is_short_leaves_less(slips, length, left):
    assert left_after(slips, length) == left


def test_marks_when_inflected_or_inside_a_compound(analyser):
    text = "Die Beschwerdestelle hört Frauen: <b>Beschwerden</b>."
    assert snippet(text, {"beschwerd", "frau"}, lambda word: analyser.terms(word, "de")) == (
        "Die <mark>Beschwerdestelle</mark> hört <mark>Frauen</mark>: &lt;b&gt;<mark>Beschwerden</mark>&lt;/b&gt;."
    )


def test_snippet_when_hits_are_far_apart_shows_most(analyser):
    text = "Haus. " + "Nichts davon. " * 40 + "Frauen im Haus. " + "Nichts davon. " * 40
    shown = snippet(text, {"frau", "haus"}, lambda word: analyser.terms(word, "de"))
    assert "<mark>Frauen</mark> im <mark>Haus</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_snippet_when_nothing_is_marked_is_the_beginning():
    assert snippet("a < b", set(), lambda word: ()) == "a &lt; b"


def test_snippet_when_the_likeliest_place_was_no_hit_shows_a_true_one(analyser):
    text = "Hausen und hausieren. " + "Nichts davon. " * 40 + "Unsere Straße im Haus."
    shown = snippet(text, {"strass", "haus"}, lambda word: analyser.terms(word, "de") if word.start > 30 else ())
    assert "<mark>Straße</mark> im <mark>Haus</mark>" in shown
