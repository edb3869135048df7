# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading aloud, with a voice that only notes what it is given and is told when it has finished."""

import pytest

VOICE = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  speak(utterance) { window.utterance = utterance; window.spoken.push(utterance.text); },
  cancel() {},
} });
"""


@pytest.fixture
def office(new_page):
    page = new_page()
    page.add_init_script(VOICE)
    page.goto("/de/offices/gleichstellungsbuero/")
    return page


def marked(page):
    return page.evaluate("[...CSS.highlights.get('fp-spoken')].map(range => range.toString().trim())")


def press(page):
    page.locator("[data-read-aloud-bar] button").click()


def finish_sentence(page):
    page.evaluate("window.utterance.onend()")


def test_reading_goes_sentence_by_sentence_and_marks_each(office):
    press(office)
    assert office.evaluate("window.spoken") == [office.locator("h1").inner_text()]
    finish_sentence(office)
    assert len(office.evaluate("window.spoken")) == 2
    assert marked(office) == [office.evaluate("window.spoken[1]")]
    assert office.evaluate("window.utterance.lang") == "de"


def test_reading_keeps_its_place_when_paused(office):
    press(office)
    finish_sentence(office)
    press(office)
    assert marked(office) == []
    press(office)
    first, second, again = office.evaluate("window.spoken")
    assert first != second == again


def test_reading_ends_and_begins_anew(office):
    press(office)
    while marked(office):
        finish_sentence(office)
    count = len(office.evaluate("window.spoken"))
    press(office)
    assert count > 5
    assert office.evaluate("window.spoken.at(-1)") == office.evaluate("window.spoken[0]")


def test_reading_is_not_offered_without_javascript(new_page):
    page = new_page(javascript=False)
    page.goto("/de/offices/gleichstellungsbuero/")
    assert not page.locator("[data-read-aloud-bar]").is_visible()
