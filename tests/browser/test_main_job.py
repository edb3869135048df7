# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The main job: words, an office with reasons, handed in, worked on, answered, read with nothing but a receipt."""

import pytest

from tests.browser.steps import LETTER, assert_accessible, follow, hand_in, mark, tell


@pytest.mark.parametrize("javascript", [True, False], ids=["with javascript", "without javascript"])
def test_a_matter_is_handed_in_and_followed(new_page, javascript):
    resident = new_page(360, javascript=javascript)
    receipt = hand_in(resident)
    follow(resident, receipt)
    assert LETTER in resident.locator("main").inner_text()
    assert "laterne" not in resident.locator(".fp-files").inner_text()  # the name of a file may tell on its author
    resident.locator("main textarea[name=text]").fill("Seit gestern brennt auch die nächste nicht mehr.")
    resident.locator("main form[action*='/reply/'] button.kern-btn--primary").click()
    assert "auch die nächste" in resident.locator(".fp-timeline").inner_text()


def test_leaving_closes_the_page_for_whoever_comes_next(new_page):
    resident = new_page()
    receipt = hand_in(resident)
    follow(resident, receipt)
    resident.locator("form[action*='/leave/'] button").click()
    resident.goto("/de/concerns/status/")
    assert resident.locator("input[name=code]").count() == 1


def test_every_step_of_handing_in_is_for_everybody(new_page):
    """From right to left on a phone, where the most can go wrong."""
    page = new_page(360)
    tell(page, LETTER, "ar")
    for step in ("choose", "protection", "more", "check", "receipt"):
        assert_accessible(page, step)
        advance(page, step)
    assert_accessible(page, "sent")


def advance(page, step):
    if step == "choose":
        page.locator("main [formaction*='/concerns/new/'], main form[action*='/concerns/new/'] button").first.click()
    elif step == "protection":
        mark(page, "input[value=anonymous]")
    elif step == "receipt":
        mark(page, "input[name=kept]")
    if step != "choose":
        page.locator("main form .kern-btn--primary").last.click()
    page.wait_for_load_state()


def test_the_keyboard_is_enough(new_page):
    page = new_page()
    page.goto("/de/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    tab_to(page, "textarea[name=text]")
    page.keyboard.type(LETTER)
    tab_to(page, "main form .kern-btn--primary")
    assert outline_of_focus(page) >= 2
    page.keyboard.press("Enter")
    page.wait_for_url("**/answer/")
    tab_to(page, "[formaction*='/concerns/new/'], form[action*='/concerns/new/'] button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/protection/")
    tab_to(page, "input[name=protection]")
    page.keyboard.press("ArrowUp")
    assert page.locator("input[value=anonymous]").is_checked()


def tab_to(page, selector, most=80):
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} cannot be reached with the Tab key on {page.url}")


def outline_of_focus(page):
    """Width of the focus ring in pixels."""
    return page.evaluate(
        "(style => Math.max(parseFloat(style.outlineWidth) || 0, style.boxShadow === 'none' ? 0 : 2))"
        "(getComputedStyle(document.activeElement))"
    )
