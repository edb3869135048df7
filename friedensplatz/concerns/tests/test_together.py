# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Working with others: statements, being let in, waiting, and seeing who else has it open."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.accounts.models import Role
from friedensplatz.concerns import admissions, jobs, watching
from friedensplatz.concerns.actions import note_concern, take_concern
from friedensplatz.concerns.desk.history import Line, story_of
from friedensplatz.concerns.models import Admission, Concern, Entry, Protection, Referral, Watch
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.queries import concerns_visible_to, offices_that_can_read, timeline_of
from friedensplatz.concerns.referrals import ask_for_statement, give_statement, take_back_referral
from friedensplatz.concerns.workflow import State
from tests.cast import make_office, make_user

DUE = dt.date(2027, 3, 1)


@pytest.fixture
def referral(concern, other_office, bob, dora):
    return ask_for_statement(concern, other_office, "Was ist dort geplant?", due=DUE, by=bob)


def page(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(name, args=args))


def deed(client, user, concern, name, **given):
    client.force_login(user)
    return client.post(reverse("desk_deed", args=[concern.reference, name]), {"version": concern.version, **given})


def test_office_asked_sees_the_question_and_answers_on_its_page(client, referral, concern, dora, bob):
    rows = client.force_login(dora) or client.get(reverse("desk_inbox"), {"scope": "asked"})
    assert [row.pk for row in rows.context["slice"].rows] == [concern.pk]
    assert rows.context["counts"].asked == 1
    address = reverse("desk_statement", args=[concern.reference, referral.pk])
    button = f'<a class="kern-btn kern-btn--primary" href="{address}">'
    assert button in page(client, dora, "desk_case", concern.reference).content.decode()
    assert button not in page(client, bob, "desk_case", concern.reference).content.decode()
    client.force_login(dora)
    assert "Was ist dort geplant?" in client.get(address).content.decode()
    assert client.post(address, {"text": " "}).context["form"].errors.keys() == {"text"}
    assert client.post(address, {"text": "Ab März neue Leuchten."}).status_code == 302
    concern.refresh_from_db()
    assert (concern.state, concern.waiting_for) == (State.IN_PROGRESS, "")
    said = concern.entries.get(kind=Entry.Kind.STATEMENT)
    assert (said.words, said.author, said.office) == ("Ab März neue Leuchten.", dora, referral.office)
    assert client.get(reverse("desk_inbox"), {"scope": "asked"}).context["slice"].rows == []
    client.force_login(bob)
    assert client.post(address, {"text": "Ich auch."}).status_code == 403


def test_who_may_only_read_does_not_learn_who_brought_it(client, referral, concern, dora, bob):
    assert "Alice Beispiel" not in page(client, dora, "desk_case", concern.reference).content.decode()
    assert deed(client, dora, concern, "note", text="x").status_code == 403
    assert "Alice Beispiel" in page(client, bob, "desk_case", concern.reference).content.decode()


def test_concern_goes_on_when_the_last_statement_has_come(concern, referral, bob, dora):
    third = make_office("amt-66", "Tiefbauamt")
    tina = make_user("tina@city.example", office=third, role=Role.CASE_WORKER)
    second = ask_for_statement(concern, third, "Und Sie?", due=DUE, by=bob)
    give_statement(referral, "So.", by=dora)
    concern.refresh_from_db()
    assert concern.state == State.WAITING
    give_statement(second, "Anders.", by=tina)
    concern.refresh_from_db()
    assert concern.state == State.IN_PROGRESS
    with pytest.raises(ChangedMeanwhile):
        give_statement(second, "Noch einmal.", by=tina)


def test_taking_the_request_back_ends_the_waiting(concern, referral, bob):
    take_back_referral(referral, by=bob)
    concern.refresh_from_db()
    assert concern.state == State.IN_PROGRESS
    with pytest.raises(ChangedMeanwhile):
        take_back_referral(referral, by=bob)


def test_form_asks_an_office_once_and_not_for_yesterday(client, concern, referral, other_office, bob):
    concern.refresh_from_db()
    asked = {"office": other_office.pk, "question": "Noch was?", "due": "2020-01-01"}
    answer = deed(client, bob, concern, "statement", **asked)
    assert answer.context["form"].errors.keys() == {"office", "due"}
    assert Referral.objects.count() == 1


def test_question_and_statement_of_a_confidential_concern_are_encrypted(hand_in, office, other_office):
    cora = make_user("cora@city.example", office=office, role=Role.COUNSELLOR)
    emil = make_user("emil@city.example", office=other_office, role=Role.COUNSELLOR)
    concern, _ = hand_in(protection=Protection.CONFIDENTIAL)
    assert offices_that_can_read(concern) == [other_office]
    referral = ask_for_statement(concern, other_office, "Was war da?", due=DUE, by=cora)
    give_statement(referral, "Nichts war da.", by=emil)
    assert [entry.text for entry in concern.entries.all()] == ["", "", ""]
    assert concern.entries.get(kind=Entry.Kind.STATEMENT).words == "Nichts war da."


def test_only_offices_with_counsellors_read_what_is_confidential_and_none_what_is_sealed(hand_in, dora, other_office):
    assert offices_that_can_read(hand_in()[0]) == [other_office]
    assert offices_that_can_read(hand_in(protection=Protection.CONFIDENTIAL)[0]) == []
    assert offices_that_can_read(hand_in(protection=Protection.SEALED)[0]) == []


def test_late_statement_is_told_once(referral):
    later = dt.datetime(2027, 3, 2, 9, tzinfo=dt.UTC)
    assert jobs.remind_of_late_statements(timezone.make_aware(dt.datetime(2027, 3, 1, 9))) == 0
    assert jobs.remind_of_late_statements(later) == 1
    assert jobs.remind_of_late_statements(later) == 0


def test_letting_a_colleague_in_and_out_again(client, concern, bob, dora):
    wrong = deed(client, bob, concern, "let_in", email="alice@home.example", right="work")
    assert wrong.context["form"].errors.keys() == {"email"}
    neither = deed(client, bob, concern, "let_in", right="work")
    assert neither.context["form"].errors.keys() == {"office"}
    deed(client, bob, concern, "let_in", email="dora@city.example", right="work")
    assert list(concerns_visible_to(dora)) == [concern]
    assert deed(client, dora, concern, "note", text="Ich helfe mit.").status_code == 302
    assert deed(client, dora, concern, "let_out", admission=1).status_code == 403
    deed(client, bob, concern, "let_out", admission=Admission.objects.get().pk)
    assert list(concerns_visible_to(dora)) == []


def test_letting_an_office_in_twice_changes_its_right(concern, other_office, bob):
    admissions.let_in(concern, other_office, Admission.Right.READ, by=bob)
    admissions.let_in(concern, other_office, Admission.Right.WORK, by=bob)
    assert Admission.objects.get().right == Admission.Right.WORK


def test_waiting_for_others_and_going_on(client, concern, bob):
    deed(client, bob, concern, "wait", waiting_for="committee", reason="Sitzung am 12.")
    concern.refresh_from_db()
    assert (concern.state, concern.waiting_for) == (State.WAITING, "committee")
    deed(client, bob, concern, "go_on")
    assert Concern.objects.get().state == State.IN_PROGRESS


def test_who_else_has_it_open_is_told_for_ten_minutes(client, concern, bob, lena):
    page(client, lena, "desk_deed", concern.reference, "answer")
    others = page(client, bob, "desk_case", concern.reference).context["others"]
    assert [(other.user, other.writes) for other in others] == [(lena, True)]
    Watch.objects.filter(user=lena).update(at=timezone.now() - watching.LASTS)
    assert page(client, bob, "desk_case", concern.reference).context["others"] == []
    assert jobs.forget_watches(timezone.now()) == 1


def test_story_has_words_and_quiet_lines_in_order_and_counts_looks(concern, bob, lena):
    take_concern(concern, by=bob)
    note_concern(concern, "Angerufen.", by=bob)
    admissions.let_in(concern, lena, Admission.Right.READ, by=bob)
    story = [
        part.done if isinstance(part, Line) else part.words for part in story_of(concern, timeline_of(concern, bob))
    ]
    assert story[0] == "Die Laterne vor Haus 12 ist kaputt."
    assert story[-2] == "Angerufen."
    assert len(story) == 5


def test_looks_of_one_person_in_a_row_are_one_line(client, hand_in, office):
    cora = make_user("cora@city.example", office=office, role=Role.COUNSELLOR)
    concern, _ = hand_in(protection=Protection.CONFIDENTIAL)
    for _look in range(3):
        page(client, cora, "desk_case", concern.reference)
    assert [part.times for part in story_of(concern, ()) if isinstance(part, Line)] == [1, 3]
