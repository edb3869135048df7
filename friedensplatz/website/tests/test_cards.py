# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import io

import pytest
from django.core.cache import caches
from lxml import etree
from PIL import Image

from friedensplatz.directory.models import City, Office
from friedensplatz.website.machines.cards import address_of
from friedensplatz.website.machines.drawing import PAPER, drawn

TITLE_AREA = (90, 60, 1200, 440)


@pytest.fixture(autouse=True)
def _nothing_drawn_yet():
    caches["default"].clear()


def has_ink(picture, area):
    paper = tuple(bytes.fromhex(PAPER[1:]))
    return {colour for _, colour in Image.open(io.BytesIO(picture)).convert("RGB").crop(area).getcolors()} != {paper}


def cards_of(client, address):
    head = etree.HTML(client.get(address).content).find("head")
    return head.xpath("meta[@property='og:image']/@content")


@pytest.mark.django_db
def test_page_names_its_card_and_a_new_title_a_new_one(client, settings):
    settings.PUBLIC_URL = "https://stadt.example"
    City.objects.create(name={"de": "Dortmund"})
    office = Office.objects.create(slug="amt", kind="office", name={"de": "Lampenamt"})
    [before] = cards_of(client, "/de/offices/amt/")
    answer = client.get(before.removeprefix("https://stadt.example"))
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "public, max-age=31536000, immutable")
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    Office.objects.filter(pk=office.pk).update(name={"de": "Laternenamt"})
    assert cards_of(client, "/de/offices/amt/") != [before]


@pytest.mark.django_db
def test_card_when_somebody_makes_up_words_is_not_drawn(client):
    token = address_of("Titel", "Haus").rpartition("/")[2]
    assert client.get(f"/cards/x{token}").status_code == 404
    assert client.get("/cards/nothing.png").status_code == 404


def test_card_is_drawn_once(client, monkeypatch):
    address = "/" + address_of("Titel", "Haus").split("/", 3)[3]
    first = client.get(address).content
    monkeypatch.setattr("friedensplatz.website.machines.drawing.drawn", None)
    assert client.get(address).content == first


@pytest.mark.parametrize(
    "title", ["Straße, Ämter", "Управління ї ґ", "„İş“ – ąę țș", "Donaudampfschifffahrts" * 5, "Büro " * 99]
)
def test_card_bears_its_title_and_nothing_runs_over_its_edge(title):
    picture = drawn(title, "Friedensplatz, Dortmund")
    assert has_ink(picture, TITLE_AREA)
    assert not has_ink(picture, (1130, 40, 1200, 630))


def test_card_when_the_letters_are_not_in_our_fonts_bears_the_name_only():
    picture = drawn("مكتب المصابيح", "Friedensplatz, Dortmund")
    assert not has_ink(picture, TITLE_AREA)
    assert has_ink(picture, (200, 480, 1200, 630))
