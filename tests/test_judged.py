# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The judged collection measures the router, so nothing it was taught may stand in it."""

import re
import unicodedata
from collections import Counter

import numpy as np
import pytest
import yaml
from rapidfuzz import fuzz, process

from tests.machine import ROOT

LANGUAGES = {"de", "en", "tr", "uk", "ar", "pl", "ro", "fr", "es"}
STYLES = {"plain", "messy", "angry", "frightened", "misspelt", "easy", "short", "letter"}
TOO_CLOSE = 93  # per cent of equal letters in order
LONG_ENOUGH = 25  # signs; shorter texts are alike by chance
NOBODY = "aussen-ohne"  # small talk and nonsense: nobody has to help


def fold(text):
    """Letters and digits only, without case and marks."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("ß", "ss")
    return re.sub(r"[\W_]+", " ", "".join(sign for sign in plain if not unicodedata.combining(sign))).strip()


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def judged():
    return [entry for path in sorted((ROOT / "benchmarks" / "judged").glob("*.yaml")) for entry in load(path)]


@pytest.fixture(scope="module")
def taught():
    files = [load(path) for path in sorted((ROOT / "demo" / "phrasings").glob("*.yaml"))]
    return {fold(text) for file in files for texts in file["phrasings"].values() for text in texts}


@pytest.fixture(scope="module")
def doors():
    offices = {path.stem for path in (ROOT / "demo" / "offices").glob("*.yaml")}
    return offices, {helper["slug"] for helper in load(ROOT / "demo" / "outside.yaml")} | {NOBODY}


def test_no_taught_phrasing_is_judged(judged, taught):
    assert [entry["id"] for entry in judged if fold(entry["text"]) in taught] == []


def test_no_judged_text_is_nearly_a_taught_one(judged, taught):
    queries = {entry["id"]: fold(entry["text"]) for entry in judged}
    long = {key: text for key, text in queries.items() if len(text) >= LONG_ENOUGH}
    scores = process.cdist(list(long.values()), sorted(taught), scorer=fuzz.ratio, score_cutoff=TOO_CLOSE)
    close = np.asarray(scores).max(axis=1) >= TOO_CLOSE
    assert [key for key, near in zip(long, close, strict=True) if near] == []


def test_every_text_is_judged_once(judged):
    assert [key for key, times in Counter(entry["id"] for entry in judged).items() if times > 1] == []
    assert [text for text, times in Counter(fold(entry["text"]) for entry in judged).items() if times > 1] == []


def test_there_is_enough_to_judge(judged):
    languages = Counter(entry["language"] for entry in judged)
    assert len(judged) >= 150
    assert sum("outside" in entry for entry in judged) >= 20
    assert set(languages) == LANGUAGES
    assert min(languages.values()) >= 15
    assert {entry["style"] for entry in judged} == STYLES


def test_every_judgement_names_a_door_of_the_demo(judged, doors):
    offices, outside = doors
    for entry in judged:
        assert entry["text"].strip(), entry["id"]
        assert bool(entry["expects"]) != ("outside" in entry), entry["id"]
        assert set(entry["expects"]) <= offices, entry["id"]
        assert "outside" not in entry or entry["outside"] in outside, entry["id"]


def test_reports_for_routing_are_judged_once_and_name_an_office_of_the_generator():
    folder = ROOT / "benchmarks" / "routing"
    reports = [
        (fold(text), office)
        for path in sorted(folder.glob("judged_*.yaml"))
        for office, texts in load(path).items()
        for text in texts
    ]
    parts = load(folder / "parts.yaml")
    assert {office for _text, office in reports} == {*parts["offices"], *parts["local"]}
    assert [text for text, times in Counter(text for text, _office in reports).items() if times > 1] == []
    assert len(reports) >= 200
