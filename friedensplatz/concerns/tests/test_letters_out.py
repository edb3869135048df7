# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import io

import pikepdf
import pytest
from django.urls import reverse

from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.actions import answer_concern, note_concern, send_interim
from friedensplatz.concerns.calling import calls_for, mark_called, undo_called
from friedensplatz.concerns.models import Callback, Entry, Protection, Reporter, Way
from friedensplatz.concerns.printing.letters import words_for_letters

pytestmark = pytest.mark.django_db
WRITER = Reporter("Hatice Yılmaz", address="Bornstraße 12\n44145 Dortmund", way=Way.LETTER)
CALLER = Reporter("Hatice Yılmaz", phone="0231 5550123", way=Way.PHONE, never="Nie nach 18 Uhr")


@pytest.fixture
def answered(hand_in, bob):
    """A concern of somebody who wants letters, with an answer."""
    concern = hand_in(reporter=WRITER)[0]
    answer_concern(concern, "Die Laterne leuchtet wieder.\n\nMit freundlichen Grüßen", by=bob)
    return concern


def letter_of(client, concern):
    return client.post(reverse("desk_letter", args=[concern.reference, words_for_letters(concern)[0].pk]))


def test_an_answer_is_an_accessible_letter_to_the_persons_address(client, answered, bob):
    client.force_login(bob)
    response = letter_of(client, answered)
    assert response["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(response.content)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == "de"
        assert len(pdf.pages) == 1
    assert activities_of(answered).last().verb == "letter_printed"


@pytest.mark.parametrize("language", ["ar", "uk"])
def test_a_letter_is_set_in_the_persons_language(client, hand_in, bob, language):
    concern = hand_in(reporter=WRITER, language=language)[0]
    send_interim(concern, "شكرا لك. Дякуємо.", by=bob)
    client.force_login(bob)
    with pikepdf.open(io.BytesIO(letter_of(client, concern).content)) as pdf:
        assert str(pdf.Root.Lang) == language


def test_notes_and_the_persons_own_words_are_no_letters(answered, bob):
    note_concern(answered, "Nur für uns.", by=bob)
    assert [entry.kind for entry in words_for_letters(answered)] == [Entry.Kind.ANSWER]


def test_without_an_address_there_is_no_letter(client, hand_in, bob):
    concern = hand_in(reporter=CALLER)[0]
    answer_concern(concern, "Sie leuchtet wieder.", by=bob)
    client.force_login(bob)
    assert letter_of(client, concern).status_code == 404


def test_the_case_page_offers_a_letter_for_each_word_to_the_person(client, answered, bob):
    client.force_login(bob)
    page = client.get(reverse("desk_case", args=[answered.reference])).content.decode()
    assert page.count(f"/concerns/{answered.reference}/letters/") == 1


def test_who_wants_calls_is_on_the_list_once_there_is_news(client, hand_in, bob):
    concern = hand_in(reporter=CALLER)[0]
    assert calls_for(bob) == []
    send_interim(concern, "Wir sind dran.", by=bob)
    send_interim(concern, "Noch immer.", by=bob)
    client.force_login(bob)
    page = client.get(reverse("call_list")).content.decode()
    assert [(call.person.name, call.person.phone) for call in calls_for(bob)] == [("Hatice Yılmaz", "0231 5550123")]
    assert "Nie nach 18 Uhr" in page


def test_who_wants_something_else_is_not_called(answered, bob):
    assert Callback.objects.count() == 0


def test_a_call_done_can_be_undone(client, hand_in, bob):
    concern = hand_in(reporter=CALLER)[0]
    send_interim(concern, "Wir sind dran.", by=bob)
    client.force_login(bob)
    address = reverse("call_done", args=[Callback.objects.get().pk])
    for _click in range(2):
        client.post(address)
    assert Callback.objects.get().done_by == bob
    client.post(address, {"undo": "1"})
    assert Callback.objects.get().done_at is None
    assert [one.verb for one in activities_of(concern)][-2:] == ["called", "call_undone"]


def test_a_call_is_not_undone_where_another_waits(hand_in, bob):
    concern = hand_in(reporter=CALLER)[0]
    send_interim(concern, "Wir sind dran.", by=bob)
    first = Callback.objects.get()
    mark_called(first, by=bob)
    send_interim(concern, "Fertig.", by=bob)
    undo_called(first, by=bob)
    assert Callback.objects.filter(done_at=None).count() == 1


def test_calls_of_others_are_neither_seen_nor_done(client, hand_in, bob, dora):
    send_interim(hand_in(reporter=CALLER)[0], "Wir sind dran.", by=bob)
    client.force_login(dora)
    assert calls_for(dora) == []
    assert client.post(reverse("call_done", args=[Callback.objects.get().pk])).status_code == 404


def test_the_list_keeps_the_name_of_a_sealed_concern(hand_in, office, bob):
    concern = hand_in(reporter=CALLER, protection=Protection.SEALED)[0]
    concern.assignee = bob
    concern.save(update_fields=["assignee"])
    send_interim(concern, "Wir sind dran.", by=bob)
    assert [call.person for call in calls_for(bob)] == [None]


@pytest.mark.parametrize("number", [1, 3])
def test_calls_are_listed_with_as_many_queries_for_three_as_for_one(hand_in, bob, number, django_assert_num_queries):
    for _ in range(number):
        send_interim(hand_in(reporter=CALLER)[0], "Wir sind dran.", by=bob)
    with django_assert_num_queries(4):
        assert len(calls_for(bob)) == number
