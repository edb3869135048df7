# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.utils.translation import override

from friedensplatz.pages.cleaning import clean_html
from friedensplatz.pages.content import (
    Named,
    blank,
    clean,
    fingerprint,
    languages_of,
    links_out,
    passages,
    problems,
    references,
    stamp_of,
)
from friedensplatz.pages.tests.conftest import section, written
from friedensplatz.pages.wording import passage_label

FACTS = section(
    "facts",
    heading={"de": "Zahlen"},
    facts=[{"id": "f1", "value": {"de": "54.000"}, "label": {"de": "Euro"}, "as_of": "2018", "source": "source/3"}],
)
LINKED = '<p>Siehe <a href="fp:office/12">Amt</a> und <a href="https://gesetz.example/1">Gesetz</a>.</p>'


def test_passages_have_stable_ids_in_reading_order():
    found = passages(written(sections=[FACTS]))
    assert list(found) == ["title", "summary", "s1.heading", "s1.f1.value", "s1.f1.label"]
    assert found["s1.f1.value"] == {"de": "54.000"}


def test_languages_are_those_of_the_title():
    assert languages_of(blank() | {"title": {"de": "A", "en": "B", "tr": ""}}) == ["de", "en"]


def test_fingerprint_does_not_see_white_space():
    assert fingerprint("Ein  Satz.\n") == fingerprint("Ein Satz.")
    assert fingerprint("Ein Satz.") != fingerprint("Ein Satz!")
    assert len(fingerprint("")) == 16


def test_stamp_says_from_what_a_translation_was_made():
    content = written(sections=[section("text", heading={"de": "Ort", "en": "Place"}, text={"de": "<p>A</p>"})])
    stamp = stamp_of(content, "en", source="de", origin="human")
    assert stamp == {"origin": "human", "of": {"s1.heading": fingerprint("Ort")}}


def test_references_are_found_in_texts_and_fields():
    cards = {"id": "s2", "kind": "cards", "things": ["page/4", "office/12"]}
    text = section("text", text={"de": LINKED, "en": LINKED})
    found = references(written(sections=[text, cards, FACTS | {"id": "s3"}]))
    assert found == [
        Named("office", 12, "s1.text"),
        Named("page", 4, "s2.things"),
        Named("office", 12, "s2.things"),
        Named("source", 3, "s3.f1.source"),
    ]


def test_links_that_leave_the_house_are_known():
    links = {
        "id": "s2",
        "kind": "links",
        "links": [{"id": "l1", "url": "https://verein.example", "label": {"de": "V"}}],
    }
    found = links_out(written(sections=[section("text", text={"de": LINKED}), links]))
    assert found == [("s1.text", "https://gesetz.example/1"), ("s2.l1.url", "https://verein.example")]


def test_clean_keeps_known_fields_and_gives_ids():
    dirty = {
        "title": {"de": " Kumasi \x00", "en": " "},
        "evil": 1,
        "sections": [
            {"kind": "text", "text": {"de": "<p onclick=1>A</p>"}, "script": "x"},
            {"kind": "cards", "id": "c", "things": ["office/1", "javascript:1", None]},
            {"kind": "unheard"},
        ],
    }
    content = clean(dirty)
    first = content["sections"][0]
    assert content["title"] == {"de": "Kumasi"}
    assert "evil" not in content
    assert first == {"id": first["id"], "kind": "text", "heading": {}, "text": {"de": "<p>A</p>"}}
    assert content["sections"][1:] == [{"id": "c", "kind": "cards", "heading": {}, "things": ["office/1"]}]


def test_clean_twice_is_clean_once():
    content = clean(written(sections=[FACTS, section("text", text={"de": LINKED}) | {"id": "s2"}]))
    assert clean(content) == content


def test_nothing_is_wrong_with_a_page_that_says_what_it_must():
    text = section("text", heading={"de": "A"}, text={"de": "<h3>B</h3><h4>C</h4><h3>D</h3>"})
    assert problems(written(sections=[text]), "de") == []


def test_problems_name_what_is_missing():
    assert [one.passage for one in problems(blank() | {"title": {"en": "A"}}, "de")] == ["title", "summary"]


@pytest.mark.parametrize(
    "text",
    [section("text", text={"de": "<h3>A</h3>"}), section("text", heading={"de": "A"}, text={"de": "<h4>B</h4>"})],
)
def test_problems_name_headings_that_skip_a_level(text):
    assert [one.passage for one in problems(written(sections=[text]), "de")] == ["s1.text"]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<h1>A</h1><div><b>fett</b> <i>schief</i></div>", "<h3>A</h3><p><strong>fett</strong> <em>schief</em></p>"),
        ('<p class="MsoNormal" style="x">A<o:p></o:p></p><p>&nbsp;</p>', "<p>A</p>"),
        (
            '<p class="MsoListParagraphCxSpFirst"><!--[if !supportLists]-->·<span>&nbsp; </span><!--[endif]-->A</p>\n'
            '<p class=MsoListParagraphCxSpLast><span style="x">·<span>&nbsp;</span></span>B</p>',
            "<ul><li>A</li><li>B</li></ul>",
        ),
        ("<p>A</p><script>alert(1)</script><style>p{}</style>", "<p>A</p>"),
        ('<p><img src=x onerror="alert(1)">A <a href="javascript:alert(1)">B</a></p>', "<p>A B</p>"),
        ('<a href="fp:office/12" onclick="x">A</a>', '<a href="fp:office/12">A</a>'),
        ('<a href="http://unsafe.example">A</a>', "A"),
        ('<table><tr><th scope="x">A</th><th scope="row">B</th></tr></table>',
         '<table><tbody><tr><th>A</th><th scope="row">B</th></tr></tbody></table>'),
        ("<p>Ä &amp; &lt;b&gt;</p>", "<p>Ä &amp; &lt;b&gt;</p>"),
        ("<h1", ""),
    ],
)  # fmt: skip
def test_pasted_markup_becomes_plain(pasted, kept):
    assert clean_html(pasted) == kept
    assert clean_html(kept) == kept


def test_each_of_several_items_has_a_name_of_its_own():
    steps = {"id": "s1", "kind": "steps", "heading": {"de": "So geht es"}, "steps": [{"id": "a"}, {"id": "b"}]}
    content = blank() | {"sections": [steps]}
    with override("en"):
        assert passage_label(content, "s1.b.title") == "Section 1, So geht es: Title 2"
        assert passage_label(content, "s1.heading") == "Section 1, So geht es: Heading"
