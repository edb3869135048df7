# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages: written, looked over by a second person, published; by two people at once; with the connection lost."""

import re
import secrets

import pytest
from playwright.sync_api import expect

from tests.browser.steps import assert_accessible, assert_no_sideways_scrolling, go_on, leave_by, sign_in

WORD = """<html><body><h1 class=MsoTitle>Zeiten</h1>
<p class=MsoNormal style='margin:0'><b><span lang=DE>Wichtig:</span></b> <o:p></o:p>kommen Sie.</p>
<p class=MsoListParagraphCxSpFirst><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp;</span></span>Montag</p>
<p class=MsoListParagraphCxSpLast><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp;</span></span>Freitag</p>
</body></html>"""


def begin(page, title):
    """A new page; gives the address of its desk."""
    page.goto("/de/desk/pages/new/")
    page.locator("input[name=title]").fill(f"{title} {secrets.token_hex(3)}")
    page.locator("select[name=office]").select_option(index=1)
    go_on(page)
    return page.url.partition("?")[0]


def add_text(page):
    texts = page.locator(".fp-prose__text").count()
    page.locator("button[value='add:text']").click()
    expect(page.locator(".fp-prose__text")).to_have_count(texts + 1)


def write(page, text, number=-1):
    """Write at the end of a text, as slowly as a person: the editor takes over a place some moments after a click."""
    field = page.locator(".fp-prose__text").nth(number)
    field.click()
    page.wait_for_timeout(150)
    page.keyboard.press("Control+End")
    page.wait_for_timeout(150)
    page.keyboard.type(text)
    expect(field).to_contain_text(text.strip())


def press(page, deed):
    leave_by(page.locator(f".fp-writing__bar button[value='{deed}']"))


def kept(page):
    """Wait until the house has what was typed."""
    expect(page.locator("[data-state]")).to_contain_text(re.compile(r"\d\d:\d\d"))


def step(page, name):
    leave_by(page.locator(f"form[action*='/deed/{name}/'] button"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with javascript", "without javascript"])
def test_a_page_is_written_looked_over_and_published(new_page, javascript):
    eva, ada = new_page(javascript=javascript), new_page(javascript=javascript)
    sign_in(eva, "eva")
    sign_in(ada, "ada.admin")
    address = begin(eva, "Nachtbus")
    eva.locator("[name=summary]").fill("Wann er fährt und wo er hält.")
    if javascript:
        add_text(eva)
        write(eva, "Er fährt jede Stunde.")
    else:
        leave_by(eva.locator("button[value='add:text']"))
        eva.locator("textarea[name$='.text']").fill("Er fährt jede Stunde.\n\n- vom Markt\n- vom Bahnhof")
    press(eva, "review")
    step(eva, "submit")

    ada.goto(f"{address}review/")
    assert "Er fährt jede Stunde." in ada.locator("ins").all_inner_texts()[-1 if javascript else -3]
    step(ada, "approve")
    step(ada, "publish")

    reader = new_page(360)
    reader.goto(ada.locator("main a[href*='/pages/nachtbus']").get_attribute("href"))
    assert "Er fährt jede Stunde." in reader.locator("main").inner_text()


def test_two_people_write_at_once_and_nothing_is_lost(new_page):
    eva, ada = new_page(), new_page()
    sign_in(eva, "eva")
    sign_in(ada, "ada.admin")
    address = begin(eva, "Zwei schreiben")
    for text in ("Erster Absatz.", "Zweiter Absatz."):
        add_text(eva)
        write(eva, text)
    press(eva, "save")

    for page in (eva, ada):
        page.goto(address)
        page.locator(".fp-prose__text").nth(1).wait_for()
    write(eva, " Von Eva.", 0)
    write(ada, " Von Ada.", 1)
    kept(eva)
    kept(ada)
    assert "Eva" in ada.locator("[data-others]").inner_text()
    press(eva, "save")
    press(ada, "save")
    assert ada.locator(".fp-prose__text").all_inner_texts() == ["Erster Absatz. Von Eva.", "Zweiter Absatz. Von Ada."]

    eva.goto(address)
    eva.locator(".fp-prose__text").nth(1).wait_for()
    write(eva, " Eva sagt ja.", 0)
    write(ada, " Ada sagt nein.", 0)
    press(eva, "save")
    press(ada, "save")
    assert "/decide/" in ada.url
    assert "Eva sagt ja." in ada.locator("main").inner_text()
    assert "Ada sagt nein." in ada.locator("main").inner_text()
    assert_accessible(ada)
    ada.locator("input[value=both]").check()
    go_on(ada)
    assert ada.locator(".fp-prose__text").first.inner_text() == (
        "Erster Absatz. Von Eva. Eva sagt ja.\n\nErster Absatz. Von Eva. Ada sagt nein."
    )


def test_what_was_written_without_a_connection_is_there_again(new_page):
    page = new_page()
    sign_in(page, "eva")
    address = begin(page, "Ohne Netz")
    add_text(page)
    kept(page)
    page.context.set_offline(True)
    write(page, "Im Zug geschrieben.")
    expect(page.locator("[data-state]")).to_have_text(page.locator("[data-word=offline]").text_content())
    page.locator(".fp-writing__bar button[value='save']").click()  # stays on the page and says why
    page.wait_for_timeout(500)
    assert page.url.startswith(address)
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(address)
    with page.expect_navigation():
        page.locator("[data-kept-take]").click()
    assert page.locator(".fp-prose__text").inner_text() == "Im Zug geschrieben."
    press(page, "save")
    assert page.locator(".fp-prose__text").inner_text() == "Im Zug geschrieben."
    assert page.locator("[data-kept-here]").is_hidden()


def test_what_was_written_in_a_closed_window_is_offered_again(new_page):
    page = new_page()
    sign_in(page, "eva")
    address = begin(page, "Fenster zu")
    add_text(page)
    write(page, "Fast fertig.")
    kept(page)
    page.goto(address)
    leave_by(page.locator("a[href^='?copy=']"))
    assert page.locator(".fp-prose__text").inner_text() == "Fast fertig."


def test_text_from_a_word_processor_becomes_plain_markup(new_page):
    page = new_page()
    sign_in(page, "eva")
    begin(page, "Aus Word")
    add_text(page)
    field = page.locator(".fp-prose__text")
    field.click()
    field.evaluate(
        """(field, html) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        WORD,
    )
    press(page, "save")
    assert page.locator("textarea[data-html]").get_attribute("data-html") == (
        "<h3>Zeiten</h3><p><strong>Wichtig:</strong> kommen Sie.</p><ul><li>Montag</li><li>Freitag</li></ul>"
    )


def test_a_page_is_written_with_the_keyboard_alone(new_page):
    page = new_page()
    sign_in(page, "eva")
    begin(page, "Nur Tasten")
    for _ in range(2):
        page.locator("button[value='add:text']").focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(400)
    assert page.evaluate("document.activeElement.id").startswith("part-")  # the heading of the new section
    page.locator("[data-tool=bold]").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.tool") == "italic"
    page.locator(".fp-prose__text").first.focus()
    page.keyboard.press("Control+b")
    page.keyboard.type("Fett")
    names = [part.get_attribute("data-part") for part in page.locator(".fp-part[data-kind]").all()]
    page.locator(f"button[value='down:{names[0]}']").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == f"down:{names[0]}"
    page.locator(f"button[value='gone:{names[1]}']").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == f"back:{names[1]}"
    page.keyboard.press("Enter")
    page.locator("[name=title]").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")  # saves, as in every form
    page.locator(".fp-prose__text").first.wait_for()
    assert page.locator(".fp-prose__text strong").inner_text() == "Fett"


def test_a_link_is_chosen_by_name(new_page):
    page = new_page()
    sign_in(page, "eva")
    begin(page, "Verweise")
    add_text(page)
    write(page, "Zum Integrationsrat")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.wait_for_timeout(200)
    page.keyboard.press("Control+k")
    page.locator("#link-dialog input[type=radio]").first.check()
    assert_accessible(page)
    page.locator("#link-dialog button[value=set]").click()
    press(page, "save")
    assert page.locator(".fp-prose__text a").inner_text() == "Integrationsrat"
    assert page.locator(".fp-prose__text a").get_attribute("href").startswith("fp:")


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_of_writing_is_for_everybody(new_page, width):
    page = new_page(width)
    sign_in(page, "eva")
    page.goto("/de/desk/pages/?words=kumasi")
    address = page.locator("main table a").first.get_attribute("href")
    wrong = []
    for path in (
        "/de/desk/pages/",
        "/de/desk/pages/new/",
        address,
        *(f"{address}{name}/" for name in ("facts", "preview", "review", "history")),
        address.replace("/de/", "/ar/"),
    ):
        page.goto(path)
        page.wait_for_timeout(500)
        try:
            assert_accessible(page)
            assert_no_sideways_scrolling(page)
        except AssertionError as error:
            wrong.append(f"{path}: {error}")
    assert wrong == []
