# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person does on the way, one function a step. Steps find fields by name, never by a language's words."""

import io
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from tests.browser.house import PASSWORD

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LETTER = "Die Straßenlaterne vor unserem Haus ist seit Wochen kaputt, und niemand antwortet auf meine Briefe."


@dataclass(frozen=True)
class Receipt:
    reference: str
    code: str


def photo():
    """A small picture, as a phone would send it."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "grey").save(out, "JPEG")
    return {"name": "laterne.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def leave_by(button):
    """Press what leads to another page, and wait until that is there."""
    with button.page.expect_navigation():
        button.click()


def go_on(page):
    """Press the one main button of a page's form."""
    leave_by(page.locator("main form .kern-btn--primary").last)


def tell(page, words, language="de"):
    page.goto(f"/{language}/")
    page.locator("main textarea[name=text]").fill(words)
    go_on(page)


def choose_first_office(page):
    leave_by(page.locator("main [formaction*='/concerns/new/'], main form[action*='/concerns/new/'] button").first)


def mark(page, selector):
    """Press the label of a choice, as people do; it covers the small circle."""
    choice = page.locator(selector)
    page.locator(f"label[for={choice.get_attribute('id')}]").click()
    assert choice.is_checked()


def stay_anonymous(page):
    mark(page, "input[name=protection][value=normal]")
    mark(page, "input[name=anonymous][value=yes]")
    go_on(page)
    mark(page, "input[name=kind][value=complaint]")
    go_on(page)


def add_photo(page):
    page.locator("input[type=file]").set_input_files(photo())
    leave_by(page.locator("button[name=add]"))
    assert "laterne.jpg" in page.locator(".fp-files").inner_text()


def keep_receipt(page):
    """Read the receipt, say that it is kept, and see that it is gone."""
    numbers = page.locator(".fp-receipt .fp-number").all_inner_texts()
    mark(page, "input[name=kept]")
    go_on(page)
    assert page.locator(".fp-receipt").count() == 0
    return Receipt(numbers[0].strip(), numbers[1].strip())


def hand_in(page, words=LETTER, language="de"):
    """The whole way of a resident who stays anonymous; returns what stood on the receipt."""
    tell(page, words, language)
    choose_first_office(page)
    stay_anonymous(page)
    add_photo(page)
    go_on(page)
    go_on(page)
    return keep_receipt(page)


def follow(page, receipt, language="de"):
    page.goto(f"/{language}/concerns/status/")
    page.locator("input[name=reference]").fill(receipt.reference)
    page.locator("input[name=code]").fill(receipt.code)
    go_on(page)


def sign_in(page, who="bob"):
    page.goto("/de/accounts/login/")
    page.locator("input[name=login]").fill(f"{who}@dortmund.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/desk/**")


def take_and_answer(page, reference, answer):
    """What bob does: inbox, case, take, answer."""
    page.goto("/de/desk/concerns/")
    leave_by(page.locator(f"main a[href*='{reference}']").first)
    leave_by(page.locator("form[action$='/take/'] button"))
    leave_by(page.locator("a[href*='/answer/']").first)
    page.locator("#deed textarea[name=text], form#deed textarea[name=text]").fill(answer)
    leave_by(page.locator("#deed button.kern-btn--primary"))


def press_deed(page, name, *, outcome="", **texts):
    """Open a deed of the case page, fill it in, and do it."""
    leave_by(page.locator(f".fp-deeds a[href*='/{name}/']").first)
    for field, text in texts.items():
        page.locator(f"#deed textarea[name={field}], form#deed textarea[name={field}]").fill(text)
    if outcome:
        mark(page, f"input[name=outcome][value={outcome}]")
    leave_by(page.locator("#deed button.kern-btn--primary"))


def assert_accessible(page, where=""):
    """Nothing axe knows of stands in the way of anybody.

    In a window as high as the page, where bars that stick to its edge rest in their place and cover nothing.
    """
    window = page.viewport_size
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({**window, "height": max(whole, window["height"])})
    results = Axe().run(page, options=RULES)
    page.set_viewport_size(window)
    found = [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
    assert found == [], f"{where} {found}"


def assert_no_sideways_scrolling(page):
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1], f"{page.url} is {widths[0]} wide in a window of {widths[1]}"
