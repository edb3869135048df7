# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def ask(client, **question):
    return client.post("/api/v1/answer", question, content_type="application/json")


def test_api_answer_when_words_fit_names_office_with_its_former_names(client):
    answer = ask(client, text="Unsere Straßenlaterne ist schon lange kaputt", language="de").json()
    office = answer["offices"][0]
    assert (office["id"], office["names"]) == ("lampen", {"current": "Lampenamt", "former": ["Laternenamt"]})
    assert (office["duty"]["id"], office["phone"], office["open_now"]) == ("lamp", "0231 000-1", False)
    assert "Straßenlaterne" in {reason["term"] for reason in office["reasons"]}
    assert (answer["language"], answer["outside_scope"], answer["helpers"]) == ("de", False, [])


def test_api_answer_when_outside_scope_names_who_helps(client):
    answer = ask(client, text="Hilfe, Feuer, es brennt im Haus").json()
    assert (answer["outside_scope"], answer["nothing_fits"]) == (True, False)
    assert [(one["id"], one["phone"]) for one in answer["helpers"]] == [("feuer", "112")]


@pytest.mark.parametrize(
    "question", [{}, {"text": ""}, {"text": " \x00"}, {"text": 5}, {"text": "a", "language": "xx-1"}]
)
def test_api_answer_when_question_is_wrong_says_so(client, question):
    answer = ask(client, **question)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_api_answer_when_text_is_broken_is_a_clear_error_or_an_answer(client):
    broken = client.post("/api/v1/answer", '{"text": "\\ud800 Lampe"}', content_type="application/json")
    assert broken.status_code == 422
    assert ask(client, text="\x00<script>" + "🦄" * 1000).status_code == 200
