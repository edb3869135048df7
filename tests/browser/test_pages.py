# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every public page, on a phone and a desk, read from left and from right."""

import pytest

from tests.browser.steps import LETTER, assert_accessible, assert_no_sideways_scrolling, tell

PAGES = (
    "",
    "offices/",
    "offices/babc/",
    "offices/gleichstellungsbuero/",
    "organisations/",
    "districts/innenstadt-nord/",
    "concerns/new/",
    "concerns/status/",
    "accounts/login/",
    "accounts/enter/",
    "imprint/",
    "privacy/",
    "accessibility/",
    "data/",
    "embed/",
    "embed/offices/babc",
    "embed/search",
    "nowhere/",
)


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_for_everybody(new_page, width, language):
    page = new_page(width)
    wrong = []
    for path in PAGES:
        page.goto(f"/{language}/{path}")
        try:
            assert page.locator("h1").count() == 1
            assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
            assert_no_sideways_scrolling(page)
            assert_accessible(page)
        except AssertionError as error:
            wrong.append(f"/{language}/{path}: {error}")
    assert wrong == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_answer_is_for_everybody(new_page, width):
    page = new_page(width)
    tell(page, LETTER)
    assert_no_sideways_scrolling(page)
    assert_accessible(page)


@pytest.mark.parametrize("path", ["", "offices/", "offices/babc/", "concerns/new/", "concerns/status/"])
def test_nothing_scrolls_sideways_on_the_smallest_screen(new_page, path):
    page = new_page(320)
    page.goto(f"/de/{path}")
    assert_no_sideways_scrolling(page)


def test_at_dusk_everything_stays_readable(new_page):
    page = new_page(color_scheme="dark")
    page.goto("/de/")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(int(part) for part in ground.strip("rgba()").split(",")[:3]) < 3 * 90
    for path in ("", "offices/babc/", "concerns/new/"):
        page.goto(f"/de/{path}")
        assert_accessible(page, path)


def test_nothing_moves_for_people_who_asked_for_rest(new_page):
    page = new_page(reduced_motion="reduce")
    page.goto("/de/")
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter(element => {
             const style = getComputedStyle(element);
             const seconds = text => Math.max(...text.split(',').map(parseFloat));
             return seconds(style.animationDuration) > 0.01 || seconds(style.transitionDuration) > 0.01;
           }).map(element => element.outerHTML.slice(0, 80))"""
    )
    assert moving == []
