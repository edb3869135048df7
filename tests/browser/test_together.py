# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Offices that work together, in browsers that run no scripts: statement, parts of a concern, templates that ask."""

from playwright.sync_api import expect

from tests.browser.steps import follow, go_on, leave_by, sign_in
from tests.browser.test_offices import Matter, hand_in

TOLD = "Der Spielplatz ist zu dunkel, und der Bus hält nicht mehr dort."
MATTER = Matter("babc", "bob", "complaint", "normal", TOLD)


def open_deed(page, case, name):
    page.goto(f"{case}{name}/")
    return page.locator("#deed")


def test_without_scripts_another_office_is_asked_and_a_part_goes_its_own_way(new_page):
    person = new_page(360, javascript=False)
    receipt = hand_in(person, MATTER)
    case = f"/de/desk/concerns/{receipt.reference}/"
    clerk = new_page(javascript=False)
    sign_in(clerk)
    clerk.goto(case)
    leave_by(clerk.locator("form[action$='/take/'] button"))
    deed = open_deed(clerk, case, "statement")
    deed.locator("select[name=office]").select_option(index=1)
    asked = deed.locator("select[name=office] option:checked").inner_text()
    deed.locator("textarea[name=question]").fill("Wer plant dort das Licht?")
    leave_by(deed.locator("button.kern-btn--primary"))
    expect(clerk.locator("#statements")).to_contain_text(asked)
    deed = open_deed(clerk, case, "split")
    deed.locator("textarea[name=text]").fill("Der Bus hält nicht mehr dort.")
    leave_by(deed.locator("button.kern-btn--primary"))
    leave_by(clerk.locator(".fp-timeline__quiet a").last)
    expect(clerk.locator("h1")).to_have_text("Der Bus hält nicht mehr dort.")
    follow(person, receipt)
    part = clerk.locator(".fp-case__line .fp-number").inner_text()
    expect(person.locator("main")).to_contain_text(part)


def test_office_that_was_asked_answers_from_the_case(new_page):
    receipt = hand_in(new_page(360, javascript=False), MATTER)
    case = f"/de/desk/concerns/{receipt.reference}/"
    clerk = new_page(javascript=False)
    sign_in(clerk)
    deed = open_deed(clerk, case, "statement")
    deed.locator("select[name=office]").select_option(label="Gleichstellungsbüro")
    deed.locator("textarea[name=question]").fill("Wer plant dort das Licht?")
    leave_by(deed.locator("button.kern-btn--primary"))
    other = new_page(360, javascript=False)
    sign_in(other, "dora")
    other.goto(f"/de/desk/concerns/?scope=asked&words={receipt.reference}")
    leave_by(other.locator(f"main tbody a[href*='{receipt.reference}']"))
    leave_by(other.locator("a.kern-btn--primary[href*='/statements/']"))
    other.locator("main textarea").fill("Das Licht kommt im März.")
    go_on(other)
    clerk.goto(case)
    expect(clerk.locator(".fp-timeline")).to_contain_text("Das Licht kommt im März.")


def test_template_asks_for_what_it_needs_and_fills_the_answer(new_page):
    lead = new_page(javascript=False)
    sign_in(lead, "petra.platzhalter")
    lead.goto("/de/desk/concerns/templates/new/babc/")
    lead.locator("input[name=title]").fill("Kosten")
    lead.locator("textarea[name=text]").fill("Es kostet {amount}.")
    lead.locator("textarea[name=questions]").fill("amount: Wie viel?")
    go_on(lead)
    receipt = hand_in(new_page(360, javascript=False), MATTER)
    clerk = new_page(javascript=False)
    sign_in(clerk)
    deed = open_deed(clerk, f"/de/desk/concerns/{receipt.reference}/", "answer")
    deed.locator("select[name=template]").select_option(label="Kosten")
    leave_by(deed.locator(".fp-filters button"))
    deed.locator("input[name=ask-amount]").fill("zwölf Euro")
    leave_by(deed.locator("button.kern-btn--primary"))
    expect(clerk.locator("#deed textarea[name=text]")).to_have_value("Es kostet zwölf Euro.")
