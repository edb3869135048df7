# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.directory.actions import train_router
from friedensplatz.directory.models import Duty, Office, OfficeName, Organisation, Phrasing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def town(db):
    women = Office.objects.create(slug="gleichstellung", kind="office", name={"de": "Gleichstellungsbüro"})
    OfficeName.objects.create(office=women, name={"de": "Frauenbüro"}, until="2017", position=0)
    OfficeName.objects.create(office=women, name={"de": "Gleichstellungsbüro"}, since="2017", position=1)
    police = Organisation.objects.create(slug="polizei", kind="emergency", name={"de": "Polizei"}, phone="110")
    inside = Duty.objects.create(
        slug="lohn", office=women, title={"de": "Gleicher Lohn"}, summary={"de": "Wir helfen."}
    )
    outside = Duty.objects.create(slug="einbruch", organisation=police)
    for text in ("Ich verdiene weniger als mein Kollege", "gleicher Lohn für Frauen", "weniger Gehalt als Männer"):
        Phrasing.objects.create(duty=inside, language="de", text=text)
    for text in ("Einbrecher in meiner Wohnung", "bei mir wird eingebrochen", "jemand bricht die Tür auf"):
        Phrasing.objects.create(duty=outside, language="de", text=text)
    Phrasing.objects.create(duty=inside, language="en", text="I am paid less than my male colleague")
    train_router()


def ask(client, **question):
    return client.post("/api/v1/answer", question, content_type="application/json")


def test_api_answer_when_words_fit_names_office_with_its_former_names(client):
    answer = ask(client, text="Ich bekomme weniger Lohn als mein Kollege", language="de").json()
    office = answer["offices"][0]
    assert (office["id"], office["names"]) == (
        "gleichstellung",
        {"current": "Gleichstellungsbüro", "former": ["Frauenbüro"]},
    )
    assert office["duty"] == {"id": "lohn", "title": "Gleicher Lohn"}
    assert "Lohn" in {reason["term"] for reason in office["reasons"]}
    assert (answer["language"], answer["outside_scope"], answer["helpers"]) == ("de", False, [])


def test_api_answer_when_outside_scope_names_who_helps(client):
    answer = ask(client, text="Ein Einbrecher ist in meiner Wohnung").json()
    assert (answer["outside_scope"], answer["nothing_fits"]) == (True, False)
    assert [(one["id"], one["phone"]) for one in answer["helpers"]] == [("polizei", "110")]


@pytest.mark.parametrize(
    "question", [{}, {"text": ""}, {"text": " \x00"}, {"text": 5}, {"text": "a", "language": "xx-1"}]
)
def test_api_answer_when_question_is_wrong_says_so(client, question):
    answer = ask(client, **question)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_api_answer_when_text_is_broken_still_answers(client):
    raw = '{"text": "\\ud800 \\u0000 <script> ' + "🦄" * 1000 + '"}'
    answer = client.post("/api/v1/answer", raw, content_type="application/json")
    assert answer.status_code == 200
