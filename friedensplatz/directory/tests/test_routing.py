# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pure router, without a database."""

import numpy as np
import pytest

from friedensplatz.directory.routing.decision import Certainty, Door, Place, decide, group
from friedensplatz.directory.routing.example import Example
from friedensplatz.directory.routing.features import fold, words_of
from friedensplatz.directory.routing.router import Guess, Router
from friedensplatz.directory.routing.storage import from_bytes, to_bytes
from friedensplatz.directory.routing.training import train

WASTE = ["Der Müll wird nicht abgeholt", "Müll liegt auf der Straße", "die Mülltonne wurde nicht geleert"]
VOTE = ["Wann ist die Wahl?", "Wo kann ich wählen gehen?", "Wahlbenachrichtigung zur Wahl verloren"]
ENGLISH = [
    ("vote", "When is the election?"),
    ("waste", "The rubbish was not collected"),
    ("vote", "Where can I vote in the election?"),
    ("waste", "When is the rubbish collected?"),
]


@pytest.fixture(scope="module")
def router() -> Router:
    german = [Example("waste", text, "de") for text in WASTE] + [Example("vote", text, "de") for text in VOTE]
    return train([*german, *(Example(label, text, "en") for label, text in ENGLISH)])


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Müll", "mull"), ("Muell", "mull"), ("Straße", "strasse"), ("şikâyet", "sikayet"), ("neue", "neue")],
)
def test_fold_meets_every_way_of_typing(written, folded):
    assert fold(written) == folded


def test_words_keep_their_place_in_the_text():
    assert [(w.text, w.start, w.end) for w in words_of("Der Müll, bitte!")] == [
        ("der", 0, 3),
        ("mull", 4, 8),
        ("bitte", 10, 15),
    ]


def test_read_ranks_the_fitting_label_first_when_words_are_misspelt(router):
    assert router.read("Muelltone nich geleert").guesses[0].label == "waste"
    assert router.read("wo wählt man").guesses[0].label == "vote"


def test_read_recognises_the_language(router):
    assert router.read("Der Müll wird nicht abgeholt").language == "de"
    assert router.read("When can I vote in the election?").language == "en"


def test_reasons_name_the_words_as_written_when_asked(router):
    reading = router.read("Bei uns wird der MÜLL nicht abgeholt")
    terms = [reason.term for reason in router.reasons(reading, ["waste"])]
    assert "MÜLL" in terms
    assert all(reading.text[r.start : r.end] == r.term for r in router.reasons(reading, ["waste"]))


def test_reasons_leave_out_words_that_say_nothing_beside_others(router):
    told = {reason.term for reason in router.reasons(router.read("Der Müll wird nicht abgeholt"), ["waste"])}
    assert "Müll" in told
    assert not {"Der", "wird", "nicht"} & told
    assert router.reasons(router.read("Wird nicht"), ["waste"]) != []


def test_reading_is_blank_when_no_letter_group_was_ever_seen(router):
    assert router.read("").is_blank
    assert router.read("☃ 🎉").is_blank


@pytest.mark.parametrize("text", ["", "x", "\x00\x00", "‮abc", "'; DROP TABLE", "<script>", "ä" * 100_000])
def test_read_never_fails_when_the_text_is_odd(router, text):
    assert sum(guess.confidence for guess in router.read(text).guesses) == pytest.approx(1)


def test_known_words_leave_out_names_when_they_were_never_public(router):
    assert router.known_words("Müll bei Frau Wunderlich") == {"mull"}


def test_router_ranks_the_same_when_kept_and_read_back(router):
    again = from_bytes(to_bytes(router))
    text = "Müll und Wahl und Straße"
    assert [g.label for g in again.read(text).guesses] == [g.label for g in router.read(text).guesses]
    assert again.read(text).guesses[0].confidence == pytest.approx(router.read(text).guesses[0].confidence, abs=1e-2)


def test_learning_twice_gives_the_same_weights():
    examples = [Example("waste", text) for text in WASTE] + [Example("vote", text) for text in VOTE]
    assert np.array_equal(train(examples).subjects.matrix, train(examples).subjects.matrix)


def test_train_refuses_when_there_is_nothing_to_tell_apart():
    with pytest.raises(ValueError, match="at least two labels"):
        train([Example("waste", "Müll")])


def door(key: str, place: Place, confidence: float) -> Door:
    return Door(key, place, (key,), confidence)


def test_group_adds_up_the_labels_of_one_door():
    homes = {"a": ("office:1", Place.INSIDE), "b": ("office:1", Place.INSIDE), "c": ("office:2", Place.INSIDE)}
    doors = group([Guess("c", 0.4), Guess("b", 0.35), Guess("a", 0.25)], homes)
    assert [(d.key, d.labels, round(d.confidence, 2)) for d in doors] == [
        ("office:1", ("b", "a"), 0.6),
        ("office:2", ("c",), 0.4),
    ]


def test_decide_names_one_door_when_it_is_sure():
    decision = decide([door("a", Place.INSIDE, 0.95), door("b", Place.INSIDE, 0.03)])
    assert [d.key for d in decision.worth_naming] == ["a"]
    assert [d.key for d in decision.unlikely] == ["b"]
    assert decision.certainty is Certainty.SURE
    assert not decision.outside


def test_decide_names_three_doors_at_most_when_unsure():
    doors = [door(key, Place.INSIDE, share) for key, share in zip("abcd", (0.3, 0.25, 0.2, 0.15), strict=True)]
    assert [d.key for d in decide(doors).doors] == ["a", "b", "c"]


def test_decide_sends_outside_when_it_is_somebody_elses_business():
    decision = decide([door("police", Place.OUTSIDE, 0.8), door("a", Place.INSIDE, 0.1)])
    assert [d.key for d in decision.helpers] == ["police"]
    assert decision.doors == ()
    assert decision.outside


def test_decide_names_nobody_when_nothing_was_understood():
    assert decide([door("a", Place.INSIDE, 0.9)], blank=True).nothing_fits
    assert decide([door("none", Place.NOWHERE, 0.9), door("a", Place.INSIDE, 0.05)]).nothing_fits
