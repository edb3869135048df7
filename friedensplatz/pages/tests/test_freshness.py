# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a translation is current is told by what the texts say."""

import copy

import pytest

from friedensplatz.pages.content import fingerprint
from friedensplatz.pages.translating.freshness import Standing, confirmed, freshness, restamped


def document(**translations):
    return {
        "title": {"de": "Wahl", "en": "Election"},
        "summary": {"de": "Im Herbst.", "en": "In autumn."},
        "sections": [
            {"id": "s1", "kind": "text", "heading": {}, "text": {"de": "<p>Geht hin.</p>", "en": "<p>Go.</p>"}}
        ],
        "translations": translations,
    }


def stamp(content, origin="human"):
    texts = {"title": content["title"], "summary": content["summary"], "s1.text": content["sections"][0]["text"]}
    return {"origin": origin, "of": {name: fingerprint(text["de"]) for name, text in texts.items()}}


@pytest.fixture
def content():
    found = document()
    found["translations"] = {"en": stamp(found)}
    return found


def standing(content, language="en"):
    found = freshness(content, language, "de")
    return found.standing, sorted(found.changed), sorted(found.missing)


def test_translation_of_what_stands_there_is_current(content):
    assert standing(content) == (Standing.CURRENT, [], [])


def test_translation_without_a_title_is_missing(content):
    assert standing(content, "tr") == (Standing.MISSING, [], ["s1.text", "summary", "title"])


def test_translation_is_outdated_when_the_source_reads_differently_not_when_it_was_saved(content):
    content["sections"][0]["text"]["de"] = "<p>Geht  hin.</p>\n"
    assert standing(content) == (Standing.CURRENT, [], [])
    content["sections"][0]["text"]["de"] = "<p>Geht alle hin.</p>"
    assert standing(content) == (Standing.OUTDATED, ["s1.text"], [])


def test_translation_is_outdated_when_the_source_has_a_new_passage(content):
    content["sections"].append({"id": "s2", "kind": "text", "heading": {"de": "Mehr"}, "text": {}})
    assert standing(content) == (Standing.OUTDATED, [], ["s2.heading"])


def test_translation_nobody_knows_the_source_of_is_outdated(content):
    content["translations"] = {}
    assert standing(content)[0] == Standing.OUTDATED


def test_translation_by_a_machine_says_so_until_a_person_confirms_it(content):
    content["translations"]["en"]["origin"] = "machine"
    assert standing(content)[0] == Standing.MACHINE
    some = confirmed(content, "en", "de", frozenset({"title"}))
    assert standing(some)[0] == Standing.MACHINE
    whole = confirmed(content, "en", "de", frozenset({"title", "summary", "s1.text"}))
    assert standing(whole)[0] == Standing.CURRENT


def test_writing_the_translation_anew_makes_it_current_again(content):
    after = copy.deepcopy(content)
    after["sections"][0]["text"] = {"de": "<p>Geht alle hin.</p>", "en": "<p>Go, all of you.</p>"}
    after["title"]["de"] = "Die Wahl"
    after["translations"] = restamped(content, after, "de")
    assert standing(after) == (Standing.OUTDATED, ["title"], [])


def test_stamps_set_on_purpose_are_kept(content):
    after = copy.deepcopy(content)
    after["title"]["en"] = "Vote"
    after["translations"]["en"] = stamp(after, "machine")
    assert restamped(content, after, "de")["en"]["origin"] == "machine"


def test_stamps_of_passages_that_are_gone_are_dropped(content):
    after = copy.deepcopy(content)
    after["sections"] = []
    assert sorted(restamped(content, after, "de")["en"]["of"]) == ["summary", "title"]


def test_a_first_draft_in_two_languages_is_stamped():
    assert standing(document() | {"translations": restamped(None, document(), "de")}) == (Standing.CURRENT, [], [])
