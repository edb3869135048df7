# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The router learns from rows, answers in terms of the directory, and learns from the desk."""

import pytest

from friedensplatz.directory.actions import teach, train_router
from friedensplatz.directory.models import Duty, Lesson, Office, Organisation, Phrasing, RouterModel
from friedensplatz.directory.queries import route

WORDS = {
    "waste": ["Der Müll wird nicht abgeholt", "Müll liegt auf der Straße", "Auf der Straße wird nichts abgeholt"],
    "vote": ["Wann ist die Wahl?", "Wo ist die Wahl?", "Die Wahlbenachrichtigung ist weg"],
    "fire": ["Es brennt im Keller", "Feuer im Haus", "Hilfe, es brennt"],
    "none": ["Wie wird das Wetter?", "Hallo", "Erzähl mir einen Witz"],
}


@pytest.fixture
def duties(db):
    waste = Office.objects.create(slug="waste", kind="office", name={"de": "Abfallbüro"})
    vote = Office.objects.create(slug="vote", kind="office", name={"de": "Wahlbüro"})
    fire = Organisation.objects.create(slug="fire", kind="emergency", name={"de": "Feuerwehr"}, phone="112")
    duties = {
        "waste": Duty.objects.create(slug="waste", office=waste),
        "vote": Duty.objects.create(slug="vote", office=vote),
        "fire": Duty.objects.create(slug="fire", organisation=fire),
        "none": Duty.objects.create(slug="none"),
    }
    for slug, texts in WORDS.items():
        Phrasing.objects.bulk_create(Phrasing(duty=duties[slug], text=text, language="de") for text in texts)
        Phrasing.objects.create(duty=duties[slug], text=f"{slug} in English please", language="en")
    return duties


def test_route_names_nobody_before_the_first_training(db):
    assert route("Müll").nothing_fits


def test_train_router_refuses_when_there_is_nothing_to_tell_apart(db):
    assert train_router() is None


def test_route_names_the_office_with_the_words_that_led_there(duties):
    train_router()
    ranking = route("Bei uns wurde der Müll nicht abgeholt")
    assert ranking.candidates[0].office_id == duties["waste"].office_id
    assert {"Müll", "abgeholt"} <= {reason.term for reason in ranking.candidates[0].reasons}
    assert ranking.language == "de"


def test_route_says_who_helps_outside_the_city(duties):
    train_router()
    ranking = route("Feuer! Es brennt im Haus")
    assert ranking.outside
    assert [helper.organisation_id for helper in ranking.helpers] == [duties["fire"].organisation_id]


def test_route_names_nobody_when_nothing_fits(duties):
    train_router()
    assert route("Erzähl mir einen Witz über das Wetter").nothing_fits


def test_training_is_skipped_when_nothing_changed(duties):
    assert train_router() == train_router()
    assert RouterModel.objects.count() == 1


def test_phrasing_changes_the_answer_after_training(duties):
    train_router()
    for text in ("Sperrmüll vor der Tür", "Der Sperrmüll steht im Weg", "Sperrmüll Termin"):
        Phrasing.objects.create(duty=duties["vote"], text=text)
    train_router()
    assert route("Sperrmüll").candidates[0].office_id == duties["vote"].office_id


def test_lesson_keeps_only_public_words_when_the_desk_teaches(duties):
    train_router()
    lesson = teach(duties["vote"], "Frau Wunderlich, Gartenweg 7: die Straße zur Wahl", "de")
    assert lesson.words == ["die", "strasse", "wahl"]
    assert Lesson.objects.count() == 1


def test_lesson_is_not_kept_when_no_word_is_public(duties):
    train_router()
    assert teach(duties["vote"], "Wunderlich", "de") is None


def test_correction_moves_the_answer_when_the_router_learns_again(duties):
    text = "Straße, abgeholt, der Müll"
    train_router()
    assert route(text).candidates[0].office_id == duties["waste"].office_id
    for _ in range(8):
        teach(duties["vote"], text, "de")
    train_router()
    assert route(text).candidates[0].office_id == duties["vote"].office_id
