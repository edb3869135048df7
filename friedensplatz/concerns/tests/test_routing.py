# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import subprocess
import sys

import numpy as np
import pytest

from friedensplatz.concerns.routing.example import Example
from friedensplatz.concerns.routing.learning import learn
from friedensplatz.concerns.routing.storage import from_bytes, to_bytes

LIGHT = [f"Die {thing} in der {street} {trouble}"
         for thing in ("Laterne", "Straßenlampe", "Leuchte")
         for street, trouble in (("Hauptstr. 12", "ist aus"), ("Gartenstraße", "flackert"), ("Bergallee", "brennt nicht"))]  # fmt: skip
WASTE = [f"{thing} {trouble}, {where}"
         for thing in ("Sperrmüll", "Eine Matratze", "Ein Kühlschrank")
         for trouble, where in (("liegt herum", "Feldweg"), ("wurde abgeladen", "Ecke Ringstr."), ("stinkt", "im Wald"))]  # fmt: skip
EXAMPLES = [*((text, "light") for text in LIGHT), *((text, "waste") for text in WASTE)]


@pytest.fixture(scope="module")
def model():
    return learn(EXAMPLES)


def offices(suggestions):
    return [suggestion.office for suggestion in suggestions]


def terms(suggestion):
    return [reason.term for reason in suggestion.reasons]


def test_the_office_of_similar_words_comes_first(model):
    assert offices(model.suggest("laterne aus seit gestern")) == ["light", "waste"]
    assert offices(model.suggest("schon wieder eine alte Matratze")) == ["waste", "light"]


def test_misspelt_words_and_compounds_are_understood(model):
    assert model.suggest("Laternne kaput")[0].office == "light"
    assert model.suggest("Matratzenhaufen")[0].office == "waste"


def test_words_of_one_subject_meet_though_they_share_no_letters(model):
    assert model.suggest("Couch")[0].office == "waste"
    assert model.suggest("Stockdunkel")[0].office == "light"


def test_probabilities_of_all_offices_add_up_to_one(model):
    assert sum(s.probability for s in model.suggest("Laterne")) == pytest.approx(1)


def test_a_suggestion_names_the_words_that_spoke_for_it(model):
    assert terms(model.suggest("Hallo, unsere Laterne ist leider aus")[0])[0] == "Laterne"


def test_words_without_meaning_are_no_reason(model):
    every = [term for s in model.suggest("Die Laterne ist in der und wurde nicht") for term in terms(s)]
    assert {"Die", "ist", "und", "der"} & set(every) == set()


@pytest.mark.parametrize("nonsense", ["", "    ", "qwxyq vfpjk", "und der die das", "123 !!! ???", "🙂"])
def test_nonsense_gives_the_shares_of_the_offices_without_reasons(model, nonsense):
    found = model.suggest(nonsense)
    assert [(s.probability, s.is_sure, s.reasons) for s in found] == [(0.5, False, ()), (0.5, False, ())]


def test_the_order_of_examples_does_not_matter(model):
    other = learn(reversed(EXAMPLES))
    assert other.offices == model.offices
    assert np.array_equal(other.weights, model.weights)
    assert np.array_equal(other.offset, model.offset)


def test_learning_twice_gives_the_same_bytes(model):
    assert to_bytes(learn(EXAMPLES)) == to_bytes(model)


def test_bytes_give_the_model_back(model):
    again = from_bytes(to_bytes(model))
    assert again.suggest("Laterne flackert, Hauptstr. 3") == model.suggest("Laterne flackert, Hauptstr. 3")


def test_bytes_of_another_version_are_refused(model, monkeypatch):
    monkeypatch.setattr("friedensplatz.concerns.routing.storage.FORMAT", 0)
    data = to_bytes(model)
    monkeypatch.undo()
    with pytest.raises(ValueError, match="another version"):
        from_bytes(data)


def test_the_bytes_hold_no_words_of_the_examples(model):
    assert not [word for word in ("Laterne", "laterne", "Matratze", "Hauptstr", "hauptstr") if word.encode() in to_bytes(model)]  # fmt: skip


def test_the_place_decides_where_the_words_do_not():
    rows = [("Die Bank ist kaputt", f"district {name}", name, "") for name in ("north", "south") for _ in range(10)]
    model = learn(rows)
    assert model.suggest("Bank kaputt", district="south")[0].office == "district south"
    assert terms(model.suggest("Bank kaputt", district="north")[0]) == ["north"]


def test_streets_are_one_however_they_are_written():
    rows = [("Defekt Hauptstraße 3", "north"), ("Defekt Gartenstraße 3", "south")] * 10
    model = learn(rows)
    for text in ("Hauptstr. 9", "hauptstrasse", "HAUPTSTRASSE 17"):
        assert model.suggest(text)[0].office == "north"


def test_the_place_beside_the_text_meets_streets_in_texts():
    model = learn([("Defekt Hauptstraße 3", "north"), ("Defekt Gartenstraße 3", "south")] * 10)
    assert model.suggest("Defekt", place="Gartenstr. 12")[0].office == "south"


def test_a_place_nobody_knows_may_be_none(model):
    assert np.array_equal(learn([(text, office, None, None) for text, office in EXAMPLES]).weights, model.weights)
    assert model.suggest("Laterne", district=None, place=None) == model.suggest("Laterne")


def test_the_category_counts():
    model = learn([Example("Kaputt", name, category=name) for name in ("roads", "trees") for _ in range(10)])
    assert model.suggest("Kaputt", category="trees")[0].office == "trees"


def test_light_examples_count_less():
    rows = [Example("Kaputt", "rare", weight=0.1)] * 12 + [Example("Kaputt", "usual")] * 4
    assert offices(learn(rows).suggest("Kaputt")) == ["usual", "rare"]


def test_nothing_is_sure_before_there_are_enough_real_examples(model):
    assert not model.suggest(LIGHT[0])[0].is_sure
    many = learn(Example(f"{text} {number}", office) for text, office in EXAMPLES for number in range(4))
    assert many.suggest(LIGHT[0])[0].is_sure
    phrasings = learn(Example(f"{text} {n}", office, weight=0.5) for text, office in EXAMPLES for n in range(4))
    assert not phrasings.suggest(LIGHT[0])[0].is_sure


def test_nothing_is_sure_where_labels_are_drawn_by_lot():
    rows = [(f"Meldung {number * 7919 % 211}", f"office {number * 31 % 3}") for number in range(200)]
    model = learn(rows[:150])
    assert not any(model.suggest(text)[0].is_sure for text, _office in rows)


def test_one_office_is_nothing_to_learn():
    with pytest.raises(ValueError, match="two offices"):
        learn([("Laterne", "light"), ("Lampe", "light")])


def test_texts_of_any_kind_are_survived(model):
    for text in ("a" * 50_000, "\x00\ud800", "مصباح الشارع", "ɐ" * 300, "\n" * 1000, "١٢٣ straße"):
        assert len(model.suggest(text, district=text, place=text, category=text)) == 2


def test_the_package_needs_no_django():
    code = "import sys, friedensplatz.concerns.routing.learning as l; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
