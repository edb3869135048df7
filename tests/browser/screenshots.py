# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pictures of the README: `bin/screenshots`."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.house import running_house
from tests.browser.steps import LETTER, choose_first_office, go_on, hand_in, sign_in, stay_anonymous, tell
from tests.machine import ROOT, chromium

FOLDER = ROOT / "docs" / "screenshots"
MATTERS = (
    LETTER,
    "Seit drei Monaten warte ich auf eine Antwort auf meinen Brief. Niemand geht ans Telefon.",
    "Könnten auf dem Spielplatz am Park mehr Bänke stehen? Die Großeltern müssen immer stehen.",
    "Der Müll im Park wird seit Wochen nicht abgeholt.",
)
PHONE, DESK = {"width": 390, "height": 780}, {"width": 1280, "height": 800}


def main():
    if not chromium():
        raise SystemExit("No browser here. On Debian: apt-get install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, running_house(Path(data)) as house, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])

        def window(size, **more):
            return browser.new_context(viewport=size, base_url=house.address, locale="de-DE", **more).new_page()

        residents_way(window(PHONE))
        homes(window)
        portal(window)
        desk(window)
        browser.close()


def take(page, name):
    page.screenshot(path=FOLDER / f"{name}.png")


def residents_way(page):
    tell(page, LETTER)
    take(page, "answer-phone")
    choose_first_office(page)
    stay_anonymous(page)
    go_on(page)
    go_on(page)
    take(page, "receipt-phone")


def homes(window):
    for name, size, path, more in (
        ("home", DESK, "/de/", {}),
        ("home-ar-phone", PHONE, "/ar/", {}),
        ("home-dark", DESK, "/de/", {"color_scheme": "dark"}),
    ):
        page = window(size, **more)
        page.goto(path)
        take(page, name)


def portal(window):
    page = window(PHONE)
    page.goto("/de/pages/partnerschaft-kumasi/")
    take(page, "page-phone")
    page = window(DESK)
    sign_in(page, "eva")
    page.goto("/de/desk/pages/?words=kumasi")
    page.locator("main table a").first.click()
    page.locator(".fp-prose__text").first.wait_for()
    take(page, "writing")


def desk(window):
    for words in MATTERS:
        hand_in(window(PHONE), words)
    page = window(DESK)
    sign_in(page)
    page.goto("/de/desk/concerns/")
    take(page, "inbox")
    page.locator("main table a, main .fp-inbox a").first.click()
    page.wait_for_load_state()
    take(page, "case")


if __name__ == "__main__":
    main()
