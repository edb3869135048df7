# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A resident opens an account, keeps an anonymous concern in it and deletes the account, on a phone and a desk."""

import re
import time

import pytest

from tests.browser.steps import (
    LETTER,
    assert_accessible,
    assert_no_sideways_scrolling,
    choose_first_office,
    go_on,
    leave_by,
    mark,
    stay_anonymous,
    tell,
)

CODE = re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", re.MULTILINE)
PATIENCE = 90  # seconds until the worker has sent the mail


def code_for(house, address):
    """The code in the newest mail to an address, as the demo writes mails into files."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for path in (house.data / "outbox").glob("*"):
            letter = path.read_text()
            if f"To: {address}" in letter and (code := CODE.search(letter)):
                return code.group()
        time.sleep(0.2)
    raise AssertionError(f"no code for {address}")


def look(page):
    assert_accessible(page, page.url)
    assert_no_sideways_scrolling(page)


def enter(page, house, language):
    address = f"rita-{language}-{page.viewport_size['width']}@home.example"
    page.goto(f"/{language}/accounts/")
    page.locator("input[name=email]").fill(address)
    go_on(page)
    look(page)
    page.locator("input[name=code]").fill(code_for(house, address))
    go_on(page)
    look(page)


@pytest.mark.parametrize(("language", "width"), [("de", 360), ("ar", 1280)])
def test_an_anonymous_concern_is_kept_and_followed_without_its_code(new_page, house, language, width):
    page = new_page(width)
    enter(page, house, language)
    tell(page, LETTER, language)
    choose_first_office(page)
    stay_anonymous(page)
    go_on(page)
    go_on(page)
    leave_by(page.locator("a[href*='/receipt/keep/']"))
    look(page)
    mark(page, "input[name=joins]")
    go_on(page)
    page.goto(f"/{language}/concerns/mine/")
    look(page)
    leave_by(page.locator(".fp-kept-concern a"))
    assert LETTER in page.locator("main").inner_text()
    page.goto(f"/{language}/accounts/delete/")
    look(page)
    go_on(page)
    page.goto(f"/{language}/concerns/status/")
    assert page.locator("input[name=code]").count() == 1
