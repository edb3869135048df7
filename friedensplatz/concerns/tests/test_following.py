# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from friedensplatz.activity.models import Activity
from friedensplatz.concerns import access
from friedensplatz.concerns.actions import answer_concern, ask_person, note_concern
from friedensplatz.concerns.models import Attempt, Concern, Entry
from friedensplatz.concerns.tests.samples import MARKER, picture
from friedensplatz.concerns.workflow import State


@pytest.fixture
def opened(client, hand_in):
    """A concern and a browser that has typed its receipt."""
    concern, code = hand_in("Die Laterne ist kaputt.")
    response = client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    assert response["Location"] == reverse("concern_status")
    return concern


def read(client):
    return client.get(reverse("concern_status")).content.decode()


def test_reference_and_code_open_the_conversation(client, opened, bob):
    answer_concern(opened, "Sie leuchtet wieder.", by=bob)
    note_concern(opened, "Nur für uns.", by=bob)
    page = read(client)
    assert "Die Laterne ist kaputt." in page
    assert "Sie leuchtet wieder." in page
    assert "Nur für uns." not in page
    assert "bob" not in page.lower()


def test_cookies_are_bound_to_the_status_pages(client, hand_in, settings):
    concern, code = hand_in()
    response = client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    assert {name: cookie["path"] for name, cookie in response.cookies.items()} == {
        f"concern-{language}": f"/{language}/concerns/status/" for language, _ in settings.LANGUAGES
    }
    for cookie in response.cookies.values():
        assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Strict", 7200)
    assert code not in str(response.cookies)


@pytest.mark.parametrize("typed", ["", "AAAA-AAAA-AAAA-AAAA", "\x00", "x" * 79, "😀"])
def test_wrong_code_and_wrong_reference_sound_the_same(client, hand_in, typed):
    concern, _ = hand_in()
    answers = {
        client.post(reverse("concern_status"), {"reference": reference, "code": typed}).status_code
        for reference in (concern.reference, "ZZZ-ZZZZ", "'; --")
    }
    assert answers == {200}
    assert "Die Laterne" not in read(client)


def test_code_in_the_address_is_ignored(client, hand_in):
    concern, code = hand_in()
    page = client.get(reverse("concern_status"), {"reference": concern.reference, "code": code}).content.decode()
    assert concern.reference in page
    assert "Laterne" not in page


def test_guessing_is_slowed_and_noticed(client, hand_in):
    concern, code = hand_in()
    tries = {"reference": concern.reference, "code": "AAAA-AAAA-AAAA-AAAA"}
    assert [client.post(reverse("concern_status"), tries).status_code for _ in range(5)] == [200, 200, 200, 200, 429]
    assert client.post(reverse("concern_status"), {**tries, "code": code}).status_code == 429
    for _ in range(7):
        Attempt.objects.update(last_at=timezone.now() - dt.timedelta(hours=2))
        client.post(reverse("concern_status"), tries)
    assert Activity.objects.filter(verb="guessing_noticed").count() == 1
    Attempt.objects.update(last_at=timezone.now() - dt.timedelta(hours=2))
    assert client.post(reverse("concern_status"), {**tries, "code": code}).status_code == 302


def test_guessing_over_many_references_is_slowed_for_the_network(client, db):
    for number in range(12):
        response = client.post(reverse("concern_status"), {"reference": f"AAA-A{number:03}", "code": "x"})
    assert response.status_code == 429
    other = {"reference": "AAA-AAAA", "code": "x"}
    assert client.post(reverse("concern_status"), other, REMOTE_ADDR="203.0.113.7").status_code == 200


def test_attempts_hold_no_address_and_no_reference(client, hand_in):
    concern, _ = hand_in()
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": "x"}, REMOTE_ADDR="203.0.113.77")
    rows = str(list(Attempt.objects.values()))
    assert "203.0" not in rows
    assert concern.reference not in rows


def test_forged_or_old_cookie_opens_nothing(client, opened):
    value = client.cookies["concern-de"].value
    client.cookies["concern-de"] = value[:-10] + ("A" if value[-10] != "A" else "B") + value[-9:]
    assert "Die Laterne" not in read(client)
    client.cookies["concern-de"] = signing.dumps([opened.pk, "0" * 16], salt=access.SALT)
    assert "Die Laterne" not in read(client)


def test_person_writes_back_with_a_file(client, opened, bob):
    ask_person(opened, "Welche Hausnummer?", by=bob)
    upload = SimpleUploadedFile("Max.jpg", picture())
    client.post(reverse("concern_reply"), {"text": "Nummer 12", "uploads": [upload]})
    entry = Entry.objects.get(kind="message")
    attachment = entry.attachments.get()
    assert Concern.objects.get().state == State.IN_PROGRESS
    assert (entry.text, attachment.name) == ("Nummer 12", "1.jpg")
    response = client.get(reverse("concern_file", args=[attachment.pk]))
    assert response["Content-Type"] == "image/jpeg"
    assert "sandbox" in response["Content-Security-Policy"]
    assert MARKER not in response.content


def test_wrong_file_keeps_the_text_and_sends_nothing(client, opened):
    liar = SimpleUploadedFile("brief.pdf", picture())
    page = client.post(reverse("concern_reply"), {"text": "Meine lange Antwort", "uploads": [liar]})
    assert "Meine lange Antwort" in page.content.decode()
    assert page.context["form"].errors.keys() == {"uploads"}
    assert not Entry.objects.filter(kind="message").exists()


def test_text_survives_when_the_two_hours_are_over(client, hand_in):
    concern, code = hand_in()
    page = client.post(reverse("concern_reply"), {"text": "Meine lange Antwort"})
    assert "Meine lange Antwort" in page.content.decode()
    typed = {"text": "Meine lange Antwort", "reference": concern.reference, "code": code}
    page = client.post(reverse("concern_reply"), typed)
    assert "Meine lange Antwort" in page.content.decode()
    assert client.post(reverse("concern_reply"), {"text": "Meine lange Antwort"}).status_code == 302
    assert Entry.objects.get(kind="message").text == "Meine lange Antwort"


def test_person_takes_an_answered_concern_up_again_within_thirty_days(client, opened, bob):
    answer_concern(opened, "Erledigt.", by=bob)
    Concern.objects.update(ended_at=timezone.now() - dt.timedelta(days=29))
    assert client.post(reverse("concern_reply"), {"text": "Noch dunkel."}).status_code == 302
    assert Concern.objects.get().state == State.IN_PROGRESS


def test_thirty_one_days_later_it_has_ended(client, opened, bob):
    answer_concern(opened, "Erledigt.", by=bob)
    Concern.objects.update(ended_at=timezone.now() - dt.timedelta(days=31))
    assert "Wieder aufnehmen" not in read(client)
    page = client.post(reverse("concern_reply"), {"text": "Noch dunkel."})
    assert "Noch dunkel." in page.content.decode()
    assert Concern.objects.get().state == State.ANSWERED


def test_withdrawing_asks_first(client, opened):
    assert client.get(reverse("concern_withdraw")).status_code == 200
    assert Concern.objects.get().is_open
    client.post(reverse("concern_withdraw"))
    assert Concern.objects.get().outcome == "withdrawn"
    assert client.post(reverse("concern_withdraw")).status_code == 409


def test_leaving_closes_the_door(client, opened):
    client.post(reverse("concern_leave"))
    assert "Die Laterne" not in read(client)


def test_files_of_others_and_of_notes_are_not_found(client, opened, hand_in, bob):
    assert client.get(reverse("concern_file", args=[999])).status_code == 404


@pytest.mark.parametrize("messages", [1, 3])
def test_reading_needs_the_same_queries_however_long_it_is(client, opened, messages, bob, django_assert_num_queries):
    for _ in range(messages):
        ask_person(opened, "Und?", by=bob)
    with django_assert_num_queries(4):
        client.get(reverse("concern_status"))
