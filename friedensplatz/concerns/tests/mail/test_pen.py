# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pen at the desk: seeing what waits, and deciding about it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from friedensplatz.accounts.models import Membership, Role
from friedensplatz.concerns.mail.addresses import reply_address
from friedensplatz.concerns.models import Concern, Incoming, Protection
from friedensplatz.concerns.tests.mail.samples import arrive
from friedensplatz.concerns.tests.samples import picture
from friedensplatz.core.attention import group_for

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sorters(settings, office):
    settings.MAIL_REPLY_TO = "antwort@city.example"
    settings.MAIL_OFFICES = [office.slug]


@pytest.fixture
def desk(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def incoming():
    return arrive("Die Laterne ist aus.\n\n> Zitat", sender="Nora Neu <nora@home.example>")


def url(incoming, name=""):
    return f"/de/desk/post/{incoming.pk}/" + (f"{name}/" if name else "")


def decide(desk, incoming, name, **data):
    response = desk.post(url(incoming, name), data)
    incoming.refresh_from_db()
    return response


CHOICE = {"target": "babc.babc-beschwerde", "kind": "complaint", "protection": "normal", "language": "de"}


def test_mail_waits_with_its_reason(desk, incoming):
    page = desk.get("/de/desk/post/").content.decode()
    assert ("Nora Neu" in page, "Laterne" in page) == (True, True)


def test_mail_is_shown_as_text_with_its_quote_folded(desk):
    incoming = arrive("<script>alert(1)</script>\n\n> Zitat")
    page = desk.get(url(incoming)).content.decode()
    assert ("<script>alert(1)" in page, "&lt;script&gt;alert(1)" in page) == (False, True)
    assert page.index("<details>") < page.index("&gt; Zitat")


def test_mail_becomes_a_concern_with_its_person_and_files(desk, office):
    incoming = arrive("Sie ist aus.", sender="Nora <nora@home.example>", files=[("laterne.jpg", picture())])
    assert decide(desk, incoming, "open", **CHOICE).status_code == 302
    concern = Concern.objects.get()
    assert (incoming.state, incoming.concern, concern.channel, concern.office) == ("opened", concern, "mail", office)
    assert concern.parties.get().person.email == "nora@home.example"
    entry = concern.entries.get()
    assert (entry.words, [file.name for file in entry.attachments.all()]) == (
        "Laterne\n\nSie ist aus.",
        ["laterne.jpg"],
    )


def test_mail_becomes_one_concern_when_the_button_is_pressed_twice(desk, incoming):
    decide(desk, incoming, "open", **CHOICE)
    assert decide(desk, incoming, "open", **CHOICE).status_code == 302
    assert Concern.objects.count() == 1


def test_discrimination_is_protected_whatever_was_chosen(desk, incoming):
    decide(desk, incoming, "open", **CHOICE | {"kind": "discrimination", "protection": "open"})
    assert Concern.objects.get().protection == Protection.CONFIDENTIAL
    assert Concern.objects.get().entries.get().text == ""


def test_form_comes_back_as_it_was_when_something_is_missing(desk, incoming):
    page = decide(desk, incoming, "open", **CHOICE | {"target": "", "kind": "petition", "protection": "sealed"})
    assert (page.status_code, len(page.context["form"].errors)) == (200, 2)
    assert Concern.objects.count() == 0


def test_mail_is_added_to_a_concern_by_its_reference(desk, incoming, concern):
    page = decide(desk, incoming, "add", reference=concern.reference.lower())
    assert (page.context["doubtful"]["is_known"], incoming.state) == (False, "waiting")
    assert decide(desk, incoming, "add", reference=concern.reference, certain=concern.reference).status_code == 302
    assert (incoming.state, incoming.concern) == ("threaded", concern)
    assert concern.entries.filter(kind="message").get().words == "Die Laterne ist aus."


def test_other_reference_than_the_one_looked_at_is_shown_first(desk, incoming, concern, hand_in):
    other, _code = hand_in()
    assert decide(desk, incoming, "add", reference=other.reference, certain=concern.reference).status_code == 200
    assert incoming.state == "waiting"


def test_reference_of_an_encrypted_concern_is_unknown_to_those_who_may_not_read_it(desk, incoming, hand_in):
    concern, _code = hand_in(protection=Protection.SEALED)
    page = decide(desk, incoming, "add", reference=concern.reference)
    assert (page.status_code, incoming.state) == (200, "waiting")
    assert list(page.context["form"].errors) == ["reference"]


def test_mail_put_aside_can_be_taken_back(desk, incoming):
    decide(desk, incoming, "ignore")
    assert incoming.state == "ignored"
    assert "Nora Neu" in desk.get("/de/desk/post/?scope=aside").content.decode()
    decide(desk, incoming, "return")
    assert incoming.state == "waiting"


def test_decided_mail_is_not_decided_again(desk, incoming, concern):
    decide(desk, incoming, "ignore")
    response = decide(desk, incoming, "ignore")
    assert (response.status_code, incoming.state) == (302, "ignored")


def test_sender_of_many_mails_takes_one_line_and_is_put_aside_at_once(desk, incoming):
    many = [arrive(f"Brief {number}", sender="Viel <viel@home.example>") for number in range(5)]
    page = desk.get("/de/desk/post/")
    assert [(row.envelope.sender, number) for row, number in page.context["rows"]] == [("Nora Neu", 1), ("Viel", 5)]
    assert len(desk.get(f"/de/desk/post/?sender={many[0].sender}").context["rows"]) == 5
    desk.post("/de/desk/post/aside/", {"sender": many[0].sender})
    assert list(Incoming.objects.filter(state="waiting")) == [incoming]


def test_list_asks_as_often_for_three_mails_as_for_one(desk):
    counts = []
    for number in (1, 2):
        for each in range(number):
            arrive("x", sender=f"s{number}{each}@home.example")
        with CaptureQueriesContext(connection) as queries:
            desk.get("/de/desk/post/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_mail_that_joined_is_seen_by_those_who_read_its_concern_only(client, concern, bob, dora, eva):
    incoming = arrive("Haus 12", to=reply_address(concern))
    statuses = {}
    for person in (bob, dora, eva):
        client.force_login(person)
        statuses[person.name] = client.get(url(incoming)).status_code
    assert statuses == {"Bob": 200, "Dora": 404, "Eva": 404}


def test_without_a_named_office_those_trusted_with_the_confidential_sort(client, settings, incoming, bob, dora, office):
    settings.MAIL_OFFICES = []
    Membership.objects.create(user=dora, team=office.team, role=Role.COUNSELLOR)
    statuses = {}
    for person in (bob, dora):
        client.force_login(person)
        statuses[person.name] = client.get("/de/desk/post/").status_code
    assert statuses == {"Bob": 404, "Dora": 200}


def test_case_leads_to_the_mail_as_it_came(desk, concern):
    incoming = arrive("Haus 12\n\n> Frage", to=reply_address(concern))
    assert url(incoming) in desk.get(f"/de/desk/concerns/{concern.reference}/").content.decode()


def test_overview_says_how_many_mails_wait(bob, eva, incoming):
    assert [[task.count for task in group_for(person, "concerns.mails", most=3).tasks] for person in (bob, eva)] == [
        [1],
        [],
    ]
