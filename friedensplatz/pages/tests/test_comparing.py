# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from friedensplatz.pages.comparing import Difference, compare
from friedensplatz.pages.content import blank, clean

OLD = clean(
    {
        "title": {"de": "Kumasi", "en": "Kumasi"},
        "summary": {"de": "Eine Partnerschaft."},
        "sections": [
            {"id": "a", "kind": "text", "text": {"de": "<p>Eins</p>", "en": "<p>One</p>"}},
            {"id": "b", "kind": "contact", "heading": {"de": "Kontakt"}, "things": ["office/1"]},
            {
                "id": "c",
                "kind": "facts",
                "facts": [{"id": "c1", "value": {"de": "5"}, "label": {"de": "Schulen"}, "as_of": "2018"}],
            },
        ],
        "translations": {},
    }
)
NAMES = {"office/1": "Büro", "office/2": "Amt"}


def changed(**sections):
    kept = [{**section, **sections.get(section["id"], {})} for section in OLD["sections"]]
    return {**OLD, "sections": kept}


def test_nothing_is_told_when_nothing_changed():
    assert compare(OLD, clean(OLD)).nothing


def test_only_the_language_that_changed_is_told():
    found = compare(OLD, changed(a={"text": {"de": "<p>Eins</p>", "en": "<p>Two</p>"}}))
    assert [(one.kind, one.came, one.went, one.moved) for one in found.sections] == [("text", False, False, False)]
    assert [(one.field, one.language) for one in found.sections[0].differences] == [("text", "en")]


def test_the_title_is_told_first():
    assert [(one.field, one.language) for one in compare(OLD, {**OLD, "title": {"de": "Kumasi"}}).head] == [
        ("title", "en")
    ]


def test_things_are_told_by_their_names():
    found = compare(OLD, changed(b={"things": ["office/2"]}), NAMES.__getitem__).sections[0].differences
    assert [(one.field, one.language) for one in found] == [("things", "")]
    assert ">Büro<" in found[0].html
    assert ">Amt<" in found[0].html


def test_a_year_of_a_fact_is_told_without_a_language():
    facts = [{"id": "c1", "value": {"de": "5"}, "label": {"de": "Schulen"}, "as_of": "2024", "source": ""}]
    assert [(one.field, one.language) for one in compare(OLD, changed(c={"facts": facts})).sections[0].differences] == [
        ("facts", "")
    ]


def test_sections_that_came_and_went_are_told_where_they_stand():
    a, b, c = OLD["sections"]
    found = compare(OLD, {**OLD, "sections": [a, {**b, "id": "n"}, c]}).sections
    assert [(one.kind, one.came, one.went) for one in found] == [("contact", False, True), ("contact", True, False)]


def test_one_section_moved_when_it_changed_its_place():
    a, b, c = OLD["sections"]
    assert [
        (one.kind, one.moved, one.differences) for one in compare(OLD, {**OLD, "sections": [c, a, b]}).sections
    ] == [("facts", True, [])]


def test_a_new_page_is_all_new():
    found = compare(blank(), OLD)
    assert [one.came for one in found.sections] == [True, True, True]
    assert isinstance(found.head[0], Difference)
