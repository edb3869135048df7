# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.utils.translation import override

from friedensplatz.pages.checking import Weight, findings
from friedensplatz.pages.plainness import capitals_in, looks_foreign, sentences

MUST, SHOULD = Weight.MUST, Weight.SHOULD


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def page(*texts, language="de"):
    sections = [{"id": f"s{n}", "kind": "text", "text": {language: text}} for n, text in enumerate(texts, 1)]
    return {"title": {}, "summary": {}, "sections": sections, "translations": {}}


def found(*texts, language="de"):
    return [(one.passage, one.weight, one.message) for one in findings(page(*texts, language=language), language)]


def test_a_plain_page_has_nothing_to_better():
    assert (
        found('<p>Wir helfen.</p><h3>Zeiten</h3><h4>Montag</h4><p>Zum <a href="fp:office/1">Bürgerbüro</a>.</p>') == []
    )


@pytest.mark.parametrize(
    ("html", "weight", "message"),
    [
        ("<h4>Montag</h4>", MUST, "“Montag” is a lower heading without a higher one above it."),
        ("<h3></h3>", MUST, "A heading is empty."),
        ("<p><strong>Zeiten und Wege</strong></p>", MUST, "“Zeiten und Wege” looks like a heading but is bold text."),
        ('<p>Mehr <a href="fp:page/1">hier</a></p>', MUST, "The link “hier” does not say where it leads."),
        ("<p>Siehe https://example.org/a</p>", MUST, "An address stands in the text: https://example.org/a"),
        ("<p>BITTE NICHT STÖREN und mehr</p>", SHOULD, "“BITTE NICHT STÖREN” is in capitals."),
        ("<p>Haus\u200e am Platz</p>", SHOULD, "There are invisible marks of writing direction in this text."),
    ],
)
def test_an_obstacle_is_found(html, weight, message):
    assert found(html) == [("s1.text", weight, message)]


def test_a_table_without_header_and_caption_is_found():
    assert found("<table><tr><td>1</td></tr></table>") == [
        ("s1.text", MUST, "A table has no header cells."),
        ("s1.text", SHOULD, "A table has no caption."),
    ]
    assert found("<table><caption>Zahlen</caption><tr><th>Jahr</th></tr><tr><td>1</td></tr></table>") == []


def test_the_same_words_for_two_targets_are_found_across_sections():
    first, second = (f'<p><a href="fp:page/{pk}">Anmeldung</a></p>' for pk in (1, 2))
    message = "Two links are called “Anmeldung” and lead to different places."
    assert found(first, second) == [("s2.text", MUST, message)]
    assert found(first, first) == []


def test_a_long_sentence_is_found_and_easy_language_is_stricter():
    sentence = "<p>" + "wort " * 20 + "ende.</p>"
    assert found(sentence) == []
    assert found(sentence, language="easy") == [
        ("s1.text", SHOULD, "A sentence has 21 words: “wort wort wort wort wort …”")
    ]


def test_a_long_paragraph_is_found():
    assert found("<p>" + "Das ist ein Satz. " * 26 + "</p>") == [("s1.text", SHOULD, "A paragraph has 104 words.")]


def test_only_the_asked_language_is_read():
    assert findings(page("<h4>Montag</h4>"), "en") == []


def test_a_picture_without_its_text_is_found_in_every_language():
    content = page() | {"sections": [{"id": "s1", "kind": "gallery", "images": ["asset/3", "asset/4"]}]}
    lacking = {"asset/4": ["alt text"]}
    assert [(one.passage, one.language, one.message) for one in findings(content, "en", lacking)] == [
        ("s1.images", "", "A picture or file cannot be shown yet: alt text")
    ]


def test_dates_and_abbreviations_end_no_sentence():
    found = sentences("Bis zum 12. Mai bei Dr. Kim. Danach nicht.")
    assert found == ["Bis zum 12. Mai bei Dr. Kim.", "Danach nicht."]
    assert sentences("Wählen Sie 110. Die Polizei kommt.") == ["Wählen Sie 110.", "Die Polizei kommt."]


def test_one_abbreviation_is_no_shouting():
    assert capitals_in("Die VHS und das LSBTIQ-Netzwerk in NRW") == ""
    assert capitals_in("مرحبا بكم في دورتموند") == ""
    assert capitals_in("الأمر لا يسري قانون AGG في الغالب") == ""


@pytest.mark.parametrize(
    ("text", "language", "foreign"),
    [
        ("مرحبا بكم في مدينة دورتموند", "de", True),
        ("مرحبا بكم في مدينة دورتموند", "ar", False),
        ("Die Stadt Dortmund in ihrer ganzen Breite", "ar", True),
        ("Ласкаво просимо до міста Дортмунд", "uk", False),
        ("The city is open to all of you, and this is the place for that and for you.", "de", True),
        ("The city is open to all of you, and this is the place for that and for you.", "en", False),
        ("Smart City and Sound of the Ruhr", "de", False),
        ("", "de", False),
    ],
)
def test_a_text_in_the_wrong_language_is_recognised(text, language, foreign):
    assert looks_foreign(text, language) is foreign
