# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.directory.actions import train_router
from friedensplatz.directory.models import Contact, Duty, Office, OfficeName, Organisation, Phrasing
from tests.cast import make_cast

WORDS = {
    "lamp": ("de", ["Die Straßenlaterne ist kaputt", "Laterne leuchtet nicht", "kaputte Lampe an der Straße"]),
    "lamp-ar": ("ar", ["مصباح الشارع معطل", "الشارع مظلم لأن المصباح لا يعمل", "المصباح مكسور"]),
    "help": ("de", ["Ich möchte ehrenamtlich helfen", "freiwillig mitmachen", "Ehrenamt mit Kindern gesucht"]),
    "fire": ("de", ["Es brennt in der Küche", "Feuer im Haus", "Rauch im Treppenhaus"]),
    "weather": ("de", ["Wie wird das Wetter", "Regnet es morgen", "Wetterbericht für Sonntag"]),
}


@pytest.fixture
def town(db):
    lamps = Office.objects.create(slug="lampen", kind="office", name={"de": "Lampenamt", "ar": "مكتب المصابيح"})
    helping = Office.objects.create(slug="ehrenamt", kind="agency", name={"de": "Freiwilligenagentur"})
    OfficeName.objects.create(office=lamps, name={"de": "Laternenamt"}, until="2017", position=0)
    OfficeName.objects.create(office=lamps, name={"de": "Lampenamt"}, since="2017", position=1)
    Contact.objects.create(office=lamps, phone="0231 000-1", languages=["de", "ar"], step_free=True)
    fire = Organisation.objects.create(
        slug="feuer", kind="emergency", name={"de": "Feuerwehr"}, phone="112", when={"de": "Brennt es? Rufen Sie an."}
    )
    homes = {"lamp": {"office": lamps}, "help": {"office": helping}, "fire": {"organisation": fire}, "weather": {}}
    duties = {slug: Duty.objects.create(slug=slug, title={"de": slug}, **home) for slug, home in homes.items()}
    for slug, (language, phrasings) in WORDS.items():
        duty = duties[slug.removesuffix("-ar")]
        for text in phrasings:
            Phrasing.objects.create(duty=duty, language=language, text=text)
    train_router()


@pytest.fixture
def cast(db):
    return make_cast()
