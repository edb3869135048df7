# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading aloud, with a voice that only notes what it is given and is told when it has finished."""

import pytest

from tests.browser.steps import assert_accessible, go_on

VOICE = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  speak(utterance) { window.utterance = utterance; window.spoken.push(utterance.text); },
  cancel() { const ended = window.utterance; window.utterance = null; ended?.onerror?.({ error: "canceled" }); },
  getVoices() { return %s; },
  addEventListener(name, listener) { window[name] = listener; },
} });
"""
GERMAN = '[{ lang: "de-DE", name: "far" }, { lang: "de_DE", name: "near", localService: true }, { lang: "tr-TR" }]'
OFFICE = "/de/offices/gleichstellungsbuero/"


@pytest.fixture
def open_page(new_page):
    def act(path=OFFICE, voices=GERMAN):
        page = new_page()
        page.add_init_script(VOICE % voices)
        page.goto(path)
        return page

    return act


@pytest.fixture
def office(open_page):
    return open_page()


def marked(page):
    return page.evaluate(
        "[...CSS.highlights.get('fp-spoken')].map(range => range.toString().replace(/\\s+/g, ' ').trim())"
    )


def press(page, what="[data-read-toggle]"):
    page.locator(f"[data-read-aloud-bar] {what}").click()


def finish_sentence(page):
    page.evaluate("(() => { const ended = window.utterance; window.utterance = null; ended.onend(); })()")


def spoken(page):
    return page.evaluate("window.spoken")


def test_reading_goes_sentence_by_sentence_and_marks_each(office):
    press(office)
    assert spoken(office) == [office.locator("h1").inner_text()]
    finish_sentence(office)
    assert len(spoken(office)) == 2
    assert marked(office) == [spoken(office)[1]]
    assert office.evaluate("[window.utterance.lang, window.utterance.voice.name]") == ["de", "near"]
    assert_accessible(office)


def test_reading_keeps_its_place_when_paused(office):
    press(office)
    finish_sentence(office)
    press(office)
    assert marked(office) == []
    press(office)
    first, second, again = spoken(office)
    assert first != second == again


def test_steps_go_forward_and_back_and_to_the_beginning(office):
    press(office)
    press(office, "[data-read-step='1']")
    press(office, "[data-read-step='1']")
    press(office, "[data-read-step='-1']")
    press(office, "[data-read-again]")
    first, second, third, back, again = spoken(office)
    assert len({first, second, third}) == 3
    assert (back, again) == (second, first)
    assert marked(office) == [first]


def test_place_and_speed_outlive_a_reload_and_a_change_of_page(office):
    press(office)
    press(office, "[data-read-step='1']")
    office.locator("[data-read-rate]").select_option("1.3")
    sentence = spoken(office)[-1]
    office.reload()
    assert spoken(office) == []
    press(office)
    assert (spoken(office), office.evaluate("window.utterance.rate")) == ([sentence], 1.3)
    office.goto("/de/offices/miado/")
    press(office)
    assert spoken(office) == [office.locator("h1").inner_text()]
    office.goto(OFFICE)
    press(office)
    assert spoken(office) == [sentence]


def test_the_answer_to_a_persons_words_is_not_remembered(open_page):
    page = open_page("/de/")
    page.locator("main textarea[name=text]").fill("Bei der Wohnungssuche werde ich wegen meines Namens abgelehnt.")
    go_on(page)
    press(page)
    press(page, "[data-read-step='1']")
    assert page.evaluate("localStorage.getItem('fp-read-aloud-places')") is None


def test_escape_pauses_from_anywhere(office):
    press(office)
    office.locator("h1").click()
    office.keyboard.press("Escape")
    assert marked(office) == []
    assert office.locator("[data-read-toggle]").inner_text() == "Vorlesen"


def test_the_keyboard_reaches_everything(office):
    office.locator("[data-read-toggle]").focus()
    office.keyboard.press("Enter")
    office.keyboard.press("Tab")
    office.keyboard.press("Tab")
    office.keyboard.press("Enter")
    assert len(spoken(office)) == 2


def test_reading_ends_and_begins_anew(office):
    press(office)
    while marked(office):
        finish_sentence(office)
    count = len(spoken(office))
    press(office)
    assert count > 5
    assert spoken(office)[-1] == spoken(office)[0]


def test_no_voice_of_the_language_is_said(open_page):
    page = open_page("/uk/offices/gleichstellungsbuero/")
    assert not page.locator("[data-read-toggle]").is_visible()
    assert page.locator("[data-none]").inner_text() != ""
    unknown = open_page("/uk/offices/gleichstellungsbuero/", voices="[]")  # It may have one and not say so.
    assert unknown.locator("[data-read-toggle]").is_visible()


def test_abbreviations_end_no_sentence_and_long_ones_are_cut(office):
    long = ", ".join(["sehr viele Wörter"] * 20)
    office.evaluate(
        "text => document.querySelector('h1').textContent = text", f"Am 5. Mai, z. B. um Nr. 7 herum. Es folgen {long}."
    )
    press(office)
    finish_sentence(office)
    first, second = spoken(office)
    assert first == "Am 5. Mai, z. B. um Nr. 7 herum."
    assert 100 < len(second) <= 220


def test_reading_is_not_offered_without_javascript_or_voice(new_page):
    page = new_page(javascript=False)
    page.goto(OFFICE)
    assert not page.locator("[data-read-aloud-bar]").is_visible()
    mute = new_page()
    mute.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;")
    mute.goto(OFFICE)
    assert not mute.locator("[data-read-aloud-bar]").is_visible()
