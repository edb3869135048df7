# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One journey for each office that receives people in trouble: from their first words to the closed case."""

from dataclasses import dataclass

import pytest

from tests.browser.steps import assert_accessible, follow, go_on, keep_receipt, leave_by, mark, press_deed, sign_in

ANSWER = "Wir haben mit allen gesprochen. Es wird geändert, und wir bleiben dabei."


@dataclass(frozen=True)
class Matter:
    office: str
    clerk: str
    """Who answers: the part of a demo login before the @."""
    kind: str
    protection: str
    words: str
    language: str = "de"
    name: str = ""
    """Empty: the person stays anonymous."""


MATTERS = [
    Matter("babc", "bob", "complaint", "normal", "Seit März wartet mein Antrag, und am Telefon legt man auf."),
    Matter(
        "behindertenbeauftragte",
        "benno.barrierefrei",
        "discrimination",
        "confidential",
        "Der Bus fuhr ab, sobald der Fahrer meinen Rollstuhl sah.",
        name="Rolf Rollmuster",
    ),
    Matter(
        "lsbtiq", "quentin.querbeispiel", "discrimination", "sealed", "In der Umkleide hat man mich hinausgeworfen."
    ),
    Matter("gleichstellungsbuero", "dora", "question", "normal", "Wie beantrage ich einen Termin nur mit einer Frau?"),
    Matter("miado", "mira.mustermann", "discrimination", "confidential", "قالوا لي إن الشقة ليست للأجانب.", "ar"),
    Matter(
        "ombudsstelle",
        "olaf.ohnenamen",
        "initiative",
        "normal",
        "Wir bepflanzen Baumscheiben und suchen einen Raum.",
        name="Grüne Mustergruppe",
    ),
]


@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: matter.office)
def test_from_the_first_words_to_the_closed_case(new_page, matter):
    person = new_page(360)
    receipt = hand_in(person, matter)
    clerk = new_page()
    sign_in(clerk, matter.clerk)
    case = f"/de/desk/concerns/{receipt.reference}/"
    clerk.goto("/de/desk/concerns/")
    assert clerk.locator(f"main a[href*='{receipt.reference}']").count() > 0
    clerk.goto(case)
    assert matter.words in clerk.locator("main").inner_text()
    leave_by(clerk.locator("form[action$='/take/'] button"))
    press_deed(clerk, "answer", text=ANSWER)
    press_deed(clerk, "close", outcome="resolved")
    assert_accessible(clerk, "case")
    follow(person, receipt, matter.language)
    assert ANSWER in person.locator("main").inner_text()
    assert_accessible(person, "answered")


def hand_in(page, matter):
    page.goto(f"/{matter.language}/concerns/new/?office={matter.office}")
    page.locator("textarea[name=text]").fill(matter.words)
    go_on(page)
    mark(page, f"input[name=protection][value={matter.protection}]")
    mark(page, f"input[name=anonymous][value={'no' if matter.name else 'yes'}]")
    go_on(page)
    mark(page, f"input[name=kind][value={matter.kind}]")
    go_on(page)
    if "/particulars/" in page.url:
        assert_accessible(page, "particulars")
        answer_questions(page)
    if matter.name:
        page.locator("input[name=name]").fill(matter.name)
        go_on(page)
    go_on(page)
    assert matter.words in page.locator("main").inner_text()
    go_on(page)
    return keep_receipt(page)


def answer_questions(page):
    """Only what must be answered: a box to tick, the first of a choice."""
    for box in page.locator("main input[type=checkbox][required], main input[type=checkbox][name=consent]").all():
        mark(page, f"#{box.get_attribute('id')}")
    go_on(page)
    assert "/particulars/" not in page.url, page.locator("main").inner_text()


def test_somebody_who_may_not_read_a_sealed_case_finds_nothing(new_page):
    person = new_page(360)
    receipt = hand_in(person, MATTERS[2])
    stranger = new_page()
    sign_in(stranger, "bob")
    answer = stranger.request.get(f"/de/desk/concerns/{receipt.reference}/")
    assert answer.status == 404
    stranger.goto("/de/desk/concerns/")
    assert receipt.reference not in stranger.content()
