# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Machines that translate, spoken to over HTTP as they document it."""

import pytest

from friedensplatz.pages.translating.machine import MachineSilent, is_set_up, translate


@pytest.fixture
def libretranslate(machine, settings):
    settings.DEEPL_KEY, settings.LIBRETRANSLATE_URL = "", f"http://127.0.0.1:{machine.server_port}/"
    return machine


def test_without_a_machine_there_is_none(settings):
    settings.DEEPL_KEY = settings.LIBRETRANSLATE_URL = ""
    assert not is_set_up()


def test_deepl_is_asked_as_it_documents(deepl):
    assert translate(["Guten Tag", "<p>Hallo</p>"], source="de", target="en") == [
        "EN-GB GUTEN TAG",
        "EN-GB <P>HALLO</P>",
    ]
    path, body, key = deepl.asked[0]
    assert (path, body["source_lang"], body["tag_handling"], key) == (
        "/v2/translate",
        "DE",
        "html",
        "DeepL-Auth-Key secret",
    )


def test_libretranslate_is_asked_as_it_documents(libretranslate):
    assert translate(["Guten Tag"], source="de", target="tr") == ["tr GUTEN TAG"]
    assert libretranslate.asked[0][:2] == (
        "/translate",
        {"q": ["Guten Tag"], "source": "de", "target": "tr", "format": "html", "api_key": ""},
    )


def test_many_texts_are_asked_for_in_several_requests(deepl):
    texts = [f"Satz {number}" for number in range(90)]
    assert translate(texts, source="de", target="pl") == [f"PL SATZ {number}" for number in range(90)]
    assert [len(body["text"]) for _, body, _ in deepl.asked] == [40, 40, 10]


@pytest.mark.parametrize(
    "answer",
    [
        (456, b"quota"),
        (200, b"<html>"),
        (200, []),
        (200, {"translations": []}),
        (200, {"translations": [{"text": ""}]}),
    ],
)
def test_an_answer_that_is_none_is_said_so(deepl, answer):
    deepl.answer = lambda path, body: answer
    with pytest.raises(MachineSilent):
        translate(["Guten Tag"], source="de", target="en")


def test_a_machine_that_is_not_there_is_said_so(settings):
    settings.DEEPL_KEY, settings.DEEPL_URL = "secret", "http://127.0.0.1:9"
    with pytest.raises(MachineSilent):
        translate(["Guten Tag"], source="de", target="en")
