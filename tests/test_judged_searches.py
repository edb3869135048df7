# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The judged searches measure the search: enough of them, of every kind, and answered by things the demo city has."""

from collections import Counter

import pytest
import yaml

from tests.machine import ROOT

STYLES = {"name", "split", "compound", "lay", "umlauts", "typo", "languages"}
LANGUAGES = {"de", "en", "tr", "uk", "ar", "pl", "ru", "ro", "fr", "es"}


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def collections():
    return {path.stem: load(path) for path in sorted((ROOT / "benchmarks" / "retrieval").glob("*.yaml"))}


@pytest.fixture(scope="module")
def things():
    demo = ROOT / "demo"
    single = {
        f"{kind}:{load(path)['slug']}" for kind in ("office", "page") for path in (demo / f"{kind}s").glob("*.yaml")
    }
    many = {
        "organisation": [demo / "outside.yaml", *(demo / "organisations").glob("*.yaml")],
        "topic": [demo / "topics.yaml"],
        "audience": [demo / "audiences.yaml"],
    }
    listed = {f"{kind}:{thing['slug']}" for kind, paths in many.items() for path in paths for thing in load(path)}
    districts = {f"district:{thing['slug']}" for thing in load(demo / "districts.yaml")["districts"]}
    return single | listed | districts


def test_there_are_enough_of_every_kind(collections):
    searches = [search for one in collections.values() for search in one]
    assert sum(search["language"] == "de" for search in searches) >= 200
    assert len(collections["held_out"]) >= 90
    assert {search["style"] for search in searches} == STYLES
    assert {search["language"] for search in searches} == LANGUAGES


def test_every_search_is_judged_once(collections):
    counted = Counter(search["text"].casefold() for one in collections.values() for search in one)
    assert [text for text, times in counted.items() if times > 1] == []


def test_every_answer_is_a_thing_of_the_demo(collections, things):
    named = {answer for one in collections.values() for search in one for answer in search["expects"]}
    assert named - things == set()
    assert all(search["expects"] for one in collections.values() for search in one)
