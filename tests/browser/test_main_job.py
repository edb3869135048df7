# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The main job: words, an office with reasons, handed in, worked on, answered, read with nothing but a receipt."""

import pytest

from tests.browser.steps import (
    LETTER,
    assert_accessible,
    assert_no_sideways_scrolling,
    choose_first_office,
    follow,
    go_on,
    hand_in,
    leave_by,
    mark,
    sign_in,
    take_and_answer,
    tell,
)

ANSWER = "Die Leuchte wird am Freitag getauscht. Danke, dass Sie uns geschrieben haben."


@pytest.mark.parametrize("javascript", [True, False], ids=["with javascript", "without javascript"])
def test_a_matter_is_handed_in_worked_on_answered_and_read(new_page, javascript):
    resident, bob = new_page(360, javascript=javascript), new_page(1280, javascript=javascript)
    receipt = hand_in(resident)

    sign_in(bob)
    take_and_answer(bob, receipt.reference, ANSWER)

    follow(resident, receipt)
    written = resident.locator("main").inner_text()
    assert LETTER in written
    assert ANSWER in written
    assert "laterne" not in resident.locator(".fp-files").inner_text()  # the name of a file may tell on its author

    resident.locator("main textarea[name=text]").fill("Sie brennt noch nicht.")
    leave_by(resident.locator("main form[action*='/reply/'] button.kern-btn--primary"))
    assert "Sie brennt noch nicht." in resident.locator(".fp-timeline").inner_text()
    bob.goto(f"/de/desk/concerns/{receipt.reference}/")
    assert "Sie brennt noch nicht." in bob.locator("main").inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_of_the_desk_is_for_everybody(new_page, width):
    receipt = hand_in(new_page(360, javascript=False))
    page = new_page(width)
    sign_in(page)
    case = f"/de/desk/concerns/{receipt.reference}/"
    wrong = []
    for path in (
        "/de/desk/",
        "/de/desk/concerns/",
        case,
        f"{case}answer/",
        f"{case}pass_on/",
        "/de/desk/concerns/templates/",
    ):
        page.goto(path)
        try:
            assert page.locator("h1").count() == 1
            assert_no_sideways_scrolling(page)
            assert_accessible(page)
        except AssertionError as error:
            wrong.append(f"{path}: {error}")
    assert wrong == []


def test_leaving_closes_the_page_for_whoever_comes_next(new_page):
    resident = new_page()
    receipt = hand_in(resident)
    follow(resident, receipt)
    leave_by(resident.locator("form[action*='/leave/'] button"))
    resident.goto("/de/concerns/status/")
    assert resident.locator("input[name=code]").count() == 1


def test_every_step_of_handing_in_is_for_everybody(new_page):
    """From right to left on a phone, where the most can go wrong."""
    page = new_page(360)
    tell(page, LETTER, "ar")
    for step in ("choose", "protection", "about", "more", "check", "receipt"):
        assert_accessible(page, step)
        advance(page, step)
    assert_accessible(page, "sent")


def advance(page, step):
    if step == "choose":
        choose_first_office(page)
        return
    if step == "protection":
        mark(page, "input[name=protection][value=normal]")
        mark(page, "input[name=anonymous][value=yes]")
    elif step == "about":
        mark(page, "input[name=kind][value=complaint]")
    elif step == "receipt":
        mark(page, "input[name=kept]")
    go_on(page)


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
    assert page.locator("input[value=sealed]").is_checked()


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
