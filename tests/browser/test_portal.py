# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The information portal: a resident finds, hears, prints, reads in another language; an editor keeps a page true."""

from tests.browser.steps import assert_accessible, leave_by, photo, sign_in
from tests.browser.test_read_aloud import GERMAN, VOICE
from tests.browser.test_writing import press, step, write

KUMASI = "/de/pages/partnerschaft-kumasi/"
TEACHERS = "Im Jahr 2026 kamen zwölf Lehrkräfte."


def visible(page, selector):
    return [one.get_attribute("class") for one in page.locator(selector).all() if one.is_visible()]


def find_page(page, words):
    """Search, keep only pages, open the first; its heading."""
    page.goto("/de/")
    leave_by(page.locator(".fp-header__search"))
    page.locator("main input[name=q]").fill(words)
    leave_by(page.locator("main form button").first)
    leave_by(page.locator("main a[href*='kind=page']").first)
    leave_by(page.locator(".fp-results__title").first)
    return page.locator("h1").inner_text()


def test_a_resident_finds_a_page_hears_prints_and_reads_it_in_another_language(new_page):
    page = new_page(360)
    page.add_init_script(VOICE % GERMAN)
    title = find_page(page, "Freizügigkeit")
    assert title == "Freizügigkeit in der EU"

    page.locator("[data-read-toggle]").click()
    assert page.evaluate("window.spoken") == [title]
    page.locator("[data-read-toggle]").click()

    page.emulate_media(media="print")
    assert visible(page, "nav, .fp-header__tools, .fp-helpful, .fp-read-aloud, main button") == []
    assert page.locator("h1, main h2").first.is_visible()
    assert page.url in page.locator(".fp-on-paper").inner_text()
    page.emulate_media(media="screen")

    page.locator(".fp-languages summary").click()
    leave_by(page.locator(".fp-languages a[hreflang=en]"))
    assert (page.locator("html").get_attribute("lang"), page.locator("h1").inner_text() != title) == ("en", True)


def replace_picture(page):
    """Put another file in the place of the page's picture; its description stays."""
    page.goto("/de/desk/library/file/markt-kumasi/")
    described = page.locator("textarea").first.input_value()
    page.locator("form[action$='/replace/'] input[type=file]").set_input_files(photo())
    leave_by(page.locator("form[action$='/replace/'] button"))
    assert page.locator("textarea").first.input_value() == described
    assert page.locator("form[action*='/restore/']").count() == 1


def test_an_editor_changes_a_page_and_translates_what_changed_and_replaces_its_picture(new_page):
    eva, ada, reader = new_page(), new_page(), new_page(360)
    reader.goto(KUMASI)
    figures = reader.locator(".fp-figure").all_inner_texts()
    picture = reader.locator("main img").first.get_attribute("src")
    sign_in(eva, "eva")
    sign_in(ada, "ada.admin")
    eva.goto("/de/desk/pages/?words=Kumasi")
    leave_by(eva.locator("main table a").first)
    eva.locator(".fp-prose__text").first.wait_for()
    address = eva.url.partition("?")[0]
    write(eva, f" {TEACHERS}", 0)
    press(eva, "review")
    assert eva.locator("main del").all_inner_texts() == []  # nothing went that nobody took out

    eva.goto(f"{address}translate/en/")
    assert [TEACHERS in one for one in eva.locator("main ins").all_inner_texts()] == [True]
    write(eva, " Twelve teachers came in 2026.", 0)
    leave_by(eva.locator("main .kern-btn--primary:visible").last)
    assert eva.locator("main ins").count() == 0
    assert_accessible(eva)

    eva.goto(f"{address}review/")
    step(eva, "submit")
    assert eva.locator("form[action*='/deed/approve/']").count() == 0  # that is for a second person
    ada.goto(f"{address}review/")
    step(ada, "approve")
    step(ada, "publish")
    replace_picture(eva)

    reader.goto(KUMASI)
    assert TEACHERS in reader.locator("main").inner_text()
    assert reader.locator(".fp-figure").all_inner_texts() == figures
    assert reader.locator("main img").first.get_attribute("src") != picture
    reader.goto(KUMASI.replace("/de/", "/en/"))
    assert "Twelve teachers came in 2026." in reader.locator("main").inner_text()
