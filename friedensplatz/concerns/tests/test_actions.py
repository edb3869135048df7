# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns import codes
from friedensplatz.concerns.actions import (
    AlreadyReceived,
    answer_concern,
    assign_concern,
    close_concern,
    dismiss_concern,
    note_concern,
    pass_on_concern,
    resume_concern,
    send_interim,
    withdraw_concern,
    write_back,
)
from friedensplatz.concerns.models import Concern, Entry, Party
from friedensplatz.concerns.queries import concerns_visible_to, conversation_of
from friedensplatz.concerns.workflow import Outcome, State


def kinds(concern):
    return list(concern.entries.values_list("kind", flat=True))


def test_receiving_keeps_everything_but_the_code(hand_in):
    concern, code = hand_in("  Die Bank\nam Weiher ist morsch. ".strip())
    assert concern.subject == "Die Bank am Weiher ist morsch."
    assert codes.matches(code, concern.code_digest)
    assert code.replace("-", "") not in str(Concern.objects.values().get())
    assert concern.deadlines.count() == 2
    assert Party.objects.get().person.email == "alice@home.example"
    assert [a.verb for a in activities_of(concern)] == ["received"]


def test_anonymous_concern_has_no_party_even_when_a_name_was_typed_before(hand_in):
    concern, _ = hand_in(reporter=None)
    assert concern.parties.count() == 0


def test_one_form_becomes_one_concern(hand_in):
    hand_in(token="same")
    with pytest.raises(AlreadyReceived):
        hand_in(token="same")
    assert Concern.objects.count() == 1


def test_references_drawn_twice_are_drawn_again(hand_in, monkeypatch):
    drawn = iter(["AAA-AAAA", "AAA-AAAA", "BBB-BBBB"])
    monkeypatch.setattr(codes, "new_reference", lambda: next(drawn))
    assert [hand_in()[0].reference, hand_in()[0].reference] == ["AAA-AAAA", "BBB-BBBB"]


def test_passing_on_hides_it_from_the_former_office_and_keeps_the_history(concern, bob, dora, other_office, duty):
    pass_on_concern(concern, other_office, reason="Dort ist es richtig.", by=bob, duty=duty)
    assert list(concerns_visible_to(bob)) == []
    assert list(concerns_visible_to(dora)) == [concern]
    assert (concern.state, concern.assignee, concern.duty) == (State.RECEIVED, None, duty)
    assert activities_of(concern).last().details["to"] == other_office.pk
    assert kinds(concern) == ["opening", "reason"]


def test_person_never_sees_notes_and_reasons(concern, bob):
    note_concern(concern, "Frau X kennt das.", by=bob)
    send_interim(concern, "Wir prüfen es.", by=bob)
    answer_concern(concern, "Sie leuchtet wieder.", by=bob)
    resume_concern(concern, "Doch nicht.", by=bob)
    assert kinds(concern) == ["opening", "note", "interim", "answer", "reason"]
    assert [entry.kind for entry in conversation_of(concern)] == ["opening", "interim", "answer"]


def test_who_writes_first_looks_after_it(concern, bob):
    send_interim(concern, "Wir prüfen es.", by=bob)
    assert Concern.objects.get().assignee == bob


def test_assigning_leaves_the_state_of_work_in_progress(concern, bob, lena):
    send_interim(concern, "Wir prüfen es.", by=lena)
    assign_concern(concern, bob, by=lena)
    assert (concern.state, concern.assignee) == (State.IN_PROGRESS, bob)


def test_closing_after_the_answer_keeps_the_outcome(concern, bob):
    answer_concern(concern, "Erledigt.", by=bob)
    close_concern(concern, Outcome.RESOLVED, by=bob)
    stored = Concern.objects.get()
    assert (stored.state, stored.outcome) == (State.CLOSED, Outcome.RESOLVED)


def test_dismissing_tells_the_person_why(concern, bob):
    dismiss_concern(concern, Outcome.DUPLICATE, "Das ist schon gemeldet.", by=bob)
    assert [entry.text for entry in conversation_of(concern)][-1] == "Das ist schon gemeldet."


def test_withdrawing_closes_and_keeps_the_words(concern):
    withdraw_concern(concern)
    assert (concern.state, concern.outcome) == (State.CLOSED, Outcome.WITHDRAWN)
    assert kinds(concern) == ["opening"]


def test_message_of_the_person_has_no_author(concern):
    write_back(concern, "Noch etwas.")
    message = Entry.objects.get(kind="message")
    assert message.is_from_person
    assert activities_of(concern).last().actor is None
