# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from friedensplatz.pages.merging import Conflict, merge, put

BASE = {
    "title": {"de": "Kumasi", "en": "Kumasi"},
    "topics": ["internationales", "umwelt"],
    "sections": [
        {"id": "a", "kind": "text", "text": {"de": "<p>Eins</p>", "en": "<p>One</p>"}},
        {"id": "b", "kind": "text", "text": {"de": "<p>Zwei</p>"}},
        {"id": "c", "kind": "text", "text": {"de": "<p>Drei</p>"}},
    ],
}


def section(name, text):
    return {"id": name, "kind": "text", "text": {"de": text}}


def with_sections(*sections):
    return {**BASE, "sections": list(sections)}


A, B, C = BASE["sections"]

words = st.text("abc", min_size=1, max_size=4)
texts = st.dictionaries(st.sampled_from(["de", "en", "ar"]), words, max_size=3)
rows = st.builds(
    lambda name, text, heading: {"id": name, "text": text, "heading": heading}, st.sampled_from("vwxyz"), texts, texts
)
documents = st.fixed_dictionaries(
    {"title": texts, "sections": st.lists(rows, max_size=4, unique_by=lambda row: row["id"])},
    optional={"summary": texts, "topics": st.lists(words, max_size=3, unique=True), "image": words},
)


def leaves(value):
    if isinstance(value, dict):
        return {leaf for one in value.values() for leaf in leaves(one)}
    if isinstance(value, list):
        return {leaf for one in value for leaf in leaves(one)}
    return {value} if isinstance(value, str) else set()


def test_both_changes_survive_when_two_people_change_different_sections():
    merged = merge(
        BASE, with_sections(section("a", "<p>Mein</p>"), B, C), with_sections(A, section("b", "<p>Ihr</p>"), C)
    )
    assert merged.conflicts == ()
    assert merged.content == with_sections(section("a", "<p>Mein</p>"), section("b", "<p>Ihr</p>"), C)


def test_both_changes_survive_when_two_people_write_the_same_passage_in_two_languages():
    mine = with_sections({**A, "text": {"de": "<p>Neu</p>", "en": "<p>One</p>"}}, B, C)
    theirs = with_sections({**A, "text": {"de": "<p>Eins</p>", "en": "<p>New</p>"}}, B, C)
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == ()
    assert merged.content["sections"][0]["text"] == {"de": "<p>Neu</p>", "en": "<p>New</p>"}


def test_a_conflict_holds_both_texts_when_the_same_passage_was_changed_twice():
    mine, theirs = with_sections(A, section("b", "<p>Mein</p>"), C), with_sections(A, section("b", "<p>Ihr</p>"), C)
    conflict = Conflict(("sections", "b", "text", "de"), "<p>Zwei</p>", "<p>Mein</p>", "<p>Ihr</p>")
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == (conflict,)
    assert put(merged.content, conflict.path, conflict.theirs) == theirs


def test_a_section_follows_its_new_place_when_somebody_else_writes_in_it():
    merged = merge(BASE, with_sections(C, A, B), with_sections(A, section("b", "<p>Ihr</p>"), C))
    assert merged.conflicts == ()
    assert merged.content["sections"] == [C, A, section("b", "<p>Ihr</p>")]


def test_new_sections_of_both_stand_behind_what_they_stood_behind():
    mine, theirs = with_sections(A, section("m", "m"), B, C), with_sections(A, B, section("t", "t"), C)
    assert [row["id"] for row in merge(BASE, mine, theirs).content["sections"]] == ["a", "m", "b", "t", "c"]


def test_a_removed_section_is_gone_when_nobody_else_touched_it():
    merged = merge(BASE, with_sections(A, C), with_sections(section("a", "<p>Ihr</p>"), B, C))
    assert merged.conflicts == ()
    assert merged.content["sections"] == [section("a", "<p>Ihr</p>"), C]


def test_a_removed_section_stays_with_a_conflict_when_somebody_else_wrote_in_it():
    written = section("b", "<p>Ihr</p>")
    merged = merge(BASE, with_sections(A, C), with_sections(A, written, C))
    assert merged.conflicts == (Conflict(("sections", "b"), B, None, written),)
    assert merged.content["sections"] == [A, written, C]
    assert put(merged.content, ("sections", "b"), None)["sections"] == [A, C]


def test_names_of_both_are_joined_when_each_chose_other_topics():
    merged = merge(
        BASE,
        {**BASE, "topics": ["internationales", "frieden"]},
        {**BASE, "topics": ["europa", "internationales", "umwelt"]},
    )
    assert merged.conflicts == ()
    assert merged.content["topics"] == ["europa", "internationales", "frieden"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents, documents)
def test_a_document_stays_as_it_is_when_the_other_side_did_nothing(base, one):
    assert (merge(base, one, base).content, merge(base, one, base).conflicts) == (one, ())
    assert (merge(base, base, one).content, merge(base, base, one).conflicts) == (one, ())
    assert (merge(base, one, one).content, merge(base, one, one).conflicts) == (one, ())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents, documents, documents)
def test_no_text_is_ever_lost(base, mine, theirs):
    merged = merge(base, mine, theirs)
    told = leaves(merged.content) | leaves([[one.mine, one.theirs] for one in merged.conflicts])
    assert (leaves(mine) | leaves(theirs)) - leaves(base) - told == set()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents, documents, documents)
def test_the_same_passages_are_in_conflict_from_both_sides(base, mine, theirs):
    there, back = merge(base, mine, theirs).conflicts, merge(base, theirs, mine).conflicts
    assert {(one.path, json.dumps([one.mine, one.theirs])) for one in there} == {
        (one.path, json.dumps([one.theirs, one.mine])) for one in back
    }
