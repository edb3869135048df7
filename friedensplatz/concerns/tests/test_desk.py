# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext

from friedensplatz.concerns.actions import (
    answer_concern,
    ask_person,
    note_concern,
    pass_on_concern,
    reopen_concern,
    send_interim,
    take_concern,
)
from friedensplatz.concerns.admissions import let_in
from friedensplatz.concerns.desk.inbox import OLDEST_PROMISE_FIRST, ORDERS
from friedensplatz.concerns.joining import join_concern
from friedensplatz.concerns.models import Admission, Concern, Template
from friedensplatz.concerns.overseeing import remind_oneself
from friedensplatz.concerns.queries import Filters, counts_for, inbox_of
from friedensplatz.concerns.referrals import ask_for_statement
from friedensplatz.concerns.workflow import State
from friedensplatz.core import listing
from friedensplatz.core.listing import slice_of
from friedensplatz.core.templatetags import fp
from friedensplatz.directory.models import Lesson
from tests.cast import make_user


@pytest.fixture
def desk(client, bob):
    client.force_login(bob)
    return client


def inbox(client, **query):
    return [row.subject for row in client.get(reverse("desk_inbox"), query).context["slice"].rows]


def deed(client, concern, name, **given):
    given = {"version": concern.version, **given}
    return client.post(reverse("desk_deed", args=[concern.reference, name]), given)


def test_inbox_shows_ones_own_offices_and_what_is_due_first(desk, hand_in, other_office):
    first, _ = hand_in("Erstes Anliegen")
    hand_in("Zweites Anliegen")
    hand_in("Fremdes Anliegen", office=other_office)
    Concern.objects.filter(pk=first.pk).update(answer_due=first.answer_due + dt.timedelta(days=1))
    assert inbox(desk) == ["Zweites Anliegen", "Erstes Anliegen"]


def test_filters_narrow_the_inbox(desk, hand_in, bob, lena, other_office):
    mine, _ = hand_in("Meines")
    take_concern(mine, by=bob)
    waiting, _ = hand_in("Wartendes")
    ask_person(waiting, "Und?", by=lena)
    done, _ = hand_in("Fertiges")
    answer_concern(done, "So.", by=bob)
    late, _ = hand_in("Spätes")
    Concern.objects.filter(pk__in=[late.pk, waiting.pk]).update(answer_due=dt.date(2026, 1, 2))
    assert inbox(desk, scope="mine") == ["Meines"]
    assert inbox(desk, scope="unassigned") == ["Spätes"]
    assert inbox(desk, scope="late") == ["Spätes"]
    assert inbox(desk, state="waiting") == ["Wartendes"]
    assert inbox(desk, state="answered") == ["Fertiges"]
    assert inbox(desk, words="spät") == inbox(desk, words=late.reference.lower()) == ["Spätes"]
    assert inbox(desk, office=str(other_office.pk)) == inbox(desk)
    assert len(inbox(desk, state="nonsense", office="x", words="\x00")) == 3
    counts = desk.get(reverse("desk_inbox")).context["counts"]
    assert (counts.mine, counts.unassigned, counts.late) == (1, 1, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_inbox_needs_the_same_queries_however_many_rows(rows, desk, hand_in, facts_held, django_assert_max_num_queries):
    for _ in range(rows):
        hand_in()
    desk.get(reverse("desk_inbox"))
    with django_assert_max_num_queries(15):  # with the filters' choices, views, what others ask
        desk.get(reverse("desk_inbox"))


@pytest.mark.parametrize("order", ["", "newest", "oldest"])
def test_pages_follow_each_other_there_and_back(order, hand_in, bob, office):
    rows = [hand_in(f"Nummer {number}")[0] for number in range(7)]
    for row, days in zip(rows, (5, 1, 5, 5, 2, 1, 1), strict=True):
        then = row.received_at + dt.timedelta(days=days)
        Concern.objects.filter(pk=row.pk).update(received_at=then, answer_due=then.date())
    fields = ORDERS.get(order, OLDEST_PROMISE_FIRST)
    listed = partial(slice_of, inbox_of(bob, [office], Filters(order=order)), fields, size=2)
    there = [page := listed()]
    while page.after:
        there.append(page := listed(after=page.after))
    back = [page]
    while page.before:
        back.append(page := listed(before=page.before))
    assert [page.rows for page in reversed(back)] == [page.rows for page in there]
    assert [row for page in there for row in page.rows] == list(Concern.objects.order_by(*fields))


def test_what_is_more_than_a_thousand_is_counted_no_further(hand_in, bob, office, monkeypatch):
    monkeypatch.setattr(listing, "MOST_COUNTED", 2)
    for _ in range(4):
        hand_in()
    assert (counts_for(bob, [office]).unassigned, counts_for(bob, [office]).mine) == (3, 0)
    assert (fp.counted(999), fp.counted(1_000)) == ("999", "1000")
    assert fp.counted(1_001) == gettext("more than %(number)s") % {"number": number_format(1_000, force_grouping=True)}


@pytest.mark.parametrize("entries", [1, 3])
def test_case_needs_the_same_queries_however_long_it_is(entries, desk, hand_in, bob, django_assert_max_num_queries):
    concern, _ = hand_in()
    for _ in range(entries):
        note_concern(concern, "Notiz", by=bob)
        send_interim(concern, "Wir sind dran.", by=bob)
    with django_assert_max_num_queries(17):  # who else is there, who was asked, what is like it
        desk.get(reverse("desk_case", args=[concern.reference]))


@pytest.mark.parametrize("others", [1, 3])
def test_case_with_everything_stays_below_twenty_queries(
    others, desk, hand_in, bob, lena, office, other_office, facts_held, django_assert_max_num_queries
):
    concern, _ = hand_in(office=other_office)
    pass_on_concern(concern, office, reason="Dort.", by=lena)
    take_concern(concern, by=bob)
    let_in(concern, lena, Admission.Right.READ, by=bob)
    for number in range(others):
        join_concern(hand_in()[0], concern, "Bekannt.", by=bob)
        let_in(concern, make_user(f"guest-{number}@city.example"), Admission.Right.READ, by=bob)
        remind_oneself(concern, timezone.localdate(), "Nachsehen", by=bob)
    ask_for_statement(concern, other_office, "Wie war es?", due=timezone.localdate(), by=bob)
    desk.get(reverse("desk_case", args=[concern.reference]))
    with django_assert_max_num_queries(19):
        page = desk.get(reverse("desk_case", args=[concern.reference]))
    assert len(page.context["joined"]) == others


def test_taking_answering_and_closing_a_concern(desk, concern, bob):
    deed(desk, concern, "take")
    concern.refresh_from_db()
    assert (concern.state, concern.assignee) == (State.IN_PROGRESS, bob)
    preview = deed(desk, concern, "answer", text="Sie leuchtet wieder.", preview="1")
    assert preview.context["preview"] == "Sie leuchtet wieder."
    assert Concern.objects.get().state == State.IN_PROGRESS
    deed(desk, concern, "answer", text="Sie leuchtet wieder.")
    concern.refresh_from_db()
    deed(desk, concern, "close", outcome="resolved")
    assert Concern.objects.get().outcome == "resolved"


def test_every_deed_has_its_form_on_the_case_page(desk, concern, bob):
    for name in ("answer", "ask", "inform", "note", "pass_on", "dismiss"):
        page = desk.get(reverse("desk_deed", args=[concern.reference, name]))
        assert page.status_code == 200, name
        assert page.context["deed"].name == name
    assert desk.get(reverse("desk_deed", args=[concern.reference, "close"])).status_code == 302
    assert desk.get(reverse("desk_deed", args=[concern.reference, "nonsense"])).status_code == 404


def test_passing_on_teaches_and_leads_back_to_the_inbox(desk, concern, duty, other_office, settings):
    response = deed(desk, concern, "pass_on", target="miado.miado-ankommen", reason="Gehört dorthin.")
    assert response["Location"] == reverse("desk_inbox")
    assert len(list(desk.get(reverse("desk_inbox")).context["messages"])) == 1
    assert (Concern.objects.get().office, Concern.objects.get().duty) == (other_office, duty)
    assert Lesson.objects.count() == 0  # No router is trained here, so no word is known.
    assert desk.get(reverse("desk_case", args=[concern.reference])).status_code == 404


def test_passing_on_to_an_office_without_naming_the_matter(desk, concern, duty, other_office):
    deed(desk, concern, "pass_on", target="miado", reason="Gehört dorthin.")
    assert Concern.objects.get().office == other_office
    assert deed(desk, concern, "pass_on", target="nowhere", reason="x").status_code == 404


def test_slower_desk_is_told_and_keeps_its_words(desk, concern, lena):
    take_concern(Concern.objects.get(), by=lena)
    response = deed(desk, concern, "answer", text="Meine lange Antwort")
    assert response.status_code == 409
    page = response.content.decode()
    assert "Meine lange Antwort" in page
    assert "Jemand war schneller" in page
    assert 'name="version" value="2"' in page
    assert Concern.objects.get().state == State.IN_PROGRESS


def test_deed_that_is_not_possible_any_more_keeps_the_words(desk, concern, lena):
    answer_concern(Concern.objects.get(), "Schon erledigt.", by=lena)
    response = deed(desk, concern, "ask", text="Meine lange Frage")
    assert response.status_code == 409
    assert "Meine lange Frage" in response.content.decode()


def test_form_errors_stand_beside_the_field(desk, concern):
    response = deed(desk, concern, "answer", text=" ")
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"text"}


def test_who_has_taken_a_concern_is_not_asked_to_take_it_again(desk, concern):
    page = reverse("desk_case", args=[concern.reference])
    assert "take" in [possible.name for possible in desk.get(page).context["deeds"]]
    deed(desk, concern, "take")
    assert "take" not in [possible.name for possible in desk.get(page).context["deeds"]]


def test_case_worker_may_not_assign_and_the_lead_only_to_the_team(client, concern, bob, lena, dora):
    client.force_login(bob)
    assert deed(client, concern, "assign", assignee=bob.pk).status_code == 403
    client.force_login(lena)
    assert deed(client, concern, "assign", assignee=dora.pk).context["form"].errors.keys() == {"assignee"}
    deed(client, concern, "assign", assignee=bob.pk)
    assert (Concern.objects.get().assignee, Concern.objects.get().state) == (bob, State.ASSIGNED)


def test_template_is_filled_in_for_the_person(desk, concern, office, other_office):
    mine = Template.objects.create(office=office, title="Dank", text="{greeting}\n{reference} {unknown} {due}")
    foreign = Template.objects.create(office=other_office, title="Fremd", text="x")
    address = reverse("desk_deed", args=[concern.reference, "answer"])
    text = desk.get(address, {"template": mine.pk}).context["form"]["text"].value()
    assert "Alice Beispiel" in text
    assert f"{concern.reference} {{unknown}}" in text
    assert desk.get(address, {"template": foreign.pk}).context["form"]["text"].value() is None


def test_leads_write_templates_and_case_workers_read_them(client, office, bob, lena, dora):
    new = reverse("desk_template_new", args=[office.slug])
    client.force_login(bob)
    assert client.get(new).status_code == 403
    client.force_login(lena)
    for nobody_fills_it in ("{nobody}", "{{ due }}", "{{due}}"):
        wrong = client.post(new, {"title": "Dank", "language": "de", "text": nobody_fills_it})
        assert wrong.context["form"].errors.keys() == {"text"}
    client.post(new, {"title": "Dank", "language": "de", "text": "{greeting} danke!"})
    template = Template.objects.get(office=office)
    client.force_login(bob)
    assert "Dank" in client.get(reverse("desk_templates")).content.decode()
    client.force_login(dora)
    assert client.get(reverse("desk_template", args=[template.pk])).status_code == 404
    client.force_login(lena)
    client.post(reverse("desk_template", args=[template.pk]), {"remove": "1"})
    assert Template.objects.count() == 0


def test_anonymous_case_says_so(desk, hand_in):
    concern, _ = hand_in(reporter=None)
    page = desk.get(reverse("desk_case", args=[concern.reference])).content.decode()
    assert "Nichts hier führt zu der Person" in page
    assert "alice@" not in page


def test_leadership_sees_numbers_and_no_contents(client, hand_in, leo):
    concern, _ = hand_in("Geheime Sache")
    client.force_login(leo)
    page = client.get(reverse("desk_figures"))
    assert page.context["rows"][0][2] == 1
    assert "Geheime" not in page.content.decode()
    assert client.get(reverse("desk_case", args=[concern.reference])).status_code == 404


def test_leadership_sees_no_number_of_sealed_concerns(client, hand_in, leo):
    hand_in("Geheime Sache", protection="sealed")
    client.force_login(leo)
    assert client.get(reverse("desk_figures")).context["rows"] == []


def test_reopened_concern_of_nobody_is_counted_as_nobodys(hand_in, bob, office):
    concern, _ = hand_in()
    answer_concern(concern, "Erledigt.", by=bob)
    Concern.objects.filter(pk=concern.pk).update(assignee=None)
    concern.refresh_from_db()
    reopen_concern(concern, "Leider nicht.")
    assert counts_for(bob, [office]).unassigned == 1


def test_template_asks_for_its_own_fields_when_it_is_used(desk, concern, office):
    asks = {"amount": "Wie viel?"}
    template = Template.objects.create(office=office, title="Gebühr", text="{amount} Euro, {reference}.", asks=asks)
    address = reverse("desk_deed", args=[concern.reference, "answer"])
    asked = desk.get(address, {"template": template.pk})
    assert (asked.context["asking"], "Wie viel?" in asked.content.decode()) == (template, True)
    filled = desk.post(address, {"fill": template.pk, "ask-amount": "12"})
    assert filled.context["form"]["text"].value() == f"12 Euro, {concern.reference}."
    assert concern.entries.count() == 1


def test_templates_are_for_a_kind_and_stand_in_the_language_of_the_person_first(desk, concern, office):
    for title, given in {
        "A": {"language": "tr"},
        "B": {},
        "C": {"kind": "petition"},
        "D": {"kind": "complaint"},
    }.items():
        Template.objects.create(office=office, title=title, text="x", **given)
    page = desk.get(reverse("desk_deed", args=[concern.reference, "answer"]))
    assert [template.title for template in page.context["templates"]] == ["B", "D", "A"]


def test_own_marks_of_a_template_need_a_question(client, office, lena):
    client.force_login(lena)
    new, given = reverse("desk_template_new", args=[office.slug]), {"title": "Gebühr", "language": "de"}
    wrong = client.post(new, {**given, "text": "{amount}", "questions": "amount"})
    assert wrong.context["form"].errors.keys() == {"questions", "text"}
    client.post(new, {**given, "text": "{amount}", "questions": "amount: Wie viel?"})
    template = Template.objects.get(office=office)
    assert template.asks == {"amount": "Wie viel?"}
    page = client.get(reverse("desk_template", args=[template.pk]))
    assert page.context["form"]["questions"].value() == "amount: Wie viel?"
