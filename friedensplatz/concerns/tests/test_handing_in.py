# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from friedensplatz.concerns.models import Attachment, Concern, Draft, Kind, Reporter
from friedensplatz.concerns.tests.samples import MARKER, picture

TEXT = "Seit zwei Wochen ist die Laterne vor Haus 12 kaputt."


@pytest.fixture
def start(client, office):
    """Brings words to the path; returns a function that gives the address of a step of this draft."""

    def act(text=TEXT, **given):
        response = client.post(reverse("concern_start"), {"text": text, "office": office.slug, **given})
        assert response.status_code == 302, response.content.decode()
        token = response["Location"].split("/")[-3]
        return lambda step: reverse(f"concern_{step}", args=[token])

    return act


def anonymous(client, at, kind="complaint"):
    choose(client, at, kind, anonymous="yes")
    return client.post(at("check"))


def choose(client, at, kind="complaint", *, anonymous="no", protection="normal"):
    """Say who may read it and what one wants; returns where that leads."""
    client.post(at("protection"), {"protection": protection, "anonymous": anonymous})
    return client.post(at("about"), {"kind": kind})["Location"]


def code_in(page):
    return re.search(r'fp-receipt__code"><bdi[^>]*>([\w-]+)<', page.content.decode()).group(1)


def test_anonymous_person_hands_in_within_five_steps(client, start):
    at = start()
    page = client.get(at("protection"))
    assert "2 von 6" in page.content.decode()
    assert client.post(at("protection"), {"protection": "normal", "anonymous": "yes"})["Location"] == at("about")
    assert "3 von 5" in client.get(at("about")).content.decode()
    assert client.post(at("about"), {"kind": "suggestion"})["Location"] == at("more")
    assert client.post(at("more"), {"place_note": "Haus 12"})["Location"] == at("check")
    assert TEXT in client.get(at("check")).content.decode()
    assert client.post(at("check"))["Location"] == at("receipt")
    concern = Concern.objects.get()
    assert (concern.kind, concern.place_note, concern.parties.count()) == (Kind.SUGGESTION, "Haus 12", 0)
    assert client.cookies == {}


def test_person_with_a_name_is_asked_how_to_reach_them(client, start):
    at = start()
    assert choose(client, at) == at("contact")
    page = client.post(at("contact"), {"name": "", "wants_mail": "on"})
    assert page.context["form"].errors.keys() == {"name", "email"}
    told = {"name": "Alice  Beispiel", "email": "alice@home.example", "wants_mail": "on"}
    assert client.post(at("contact"), told)["Location"] == at("more")
    client.post(at("check"), {})
    person = Concern.objects.get().parties.get().person
    assert person == Reporter("Alice Beispiel", email="alice@home.example", wants_mail=True)


def test_name_typed_before_choosing_to_be_anonymous_is_forgotten(client, start):
    at = start()
    choose(client, at)
    client.post(at("contact"), {"name": "Alice Beispiel"})
    anonymous(client, at)
    assert Concern.objects.get().parties.count() == 0


def test_receipt_is_shown_until_it_is_kept_and_never_after(client, start):
    at = start()
    anonymous(client, at)
    code = code_in(client.get(at("receipt")))
    assert code_in(client.get(at("receipt"))) == code
    assert client.post(at("receipt"), {}).context["form"].errors.keys() == {"kept"}
    kept = client.post(at("receipt"), {"kept": "on"}).content.decode()
    assert Concern.objects.get().reference in kept
    assert code not in kept
    assert code not in client.get(at("receipt")).content.decode()


def test_receipt_is_not_shown_after_half_an_hour(client, start):
    at = start()
    anonymous(client, at)
    Draft.objects.update(sent_at=timezone.now() - dt.timedelta(minutes=31))
    assert "fp-receipt__code" not in client.get(at("receipt")).content.decode()


def test_second_click_and_second_tab_send_nothing_more_and_show_the_same_receipt(client, start):
    at = start()
    anonymous(client, at)
    code = code_in(client.get(at("receipt")))
    assert client.post(at("check"))["Location"] == at("receipt")
    assert client.get(at("words"))["Location"] == at("receipt")
    assert code_in(client.get(at("receipt"))) == code
    assert Concern.objects.count() == 1


def test_form_left_open_for_a_day_still_sends(client, start):
    at = start()
    Draft.objects.update(touched_at=timezone.now() - dt.timedelta(hours=30))
    anonymous(client, at)
    assert Concern.objects.count() == 1


def test_form_older_than_two_days_says_so(client, start):
    at = start()
    Draft.objects.update(touched_at=timezone.now() - dt.timedelta(days=3))
    assert client.get(at("check")).status_code == 410
    assert client.post(at("check"), {}).status_code == 410


def test_way_back_keeps_what_was_typed_even_when_it_is_wrong(client, start):
    at = start()
    choose(client, at)
    back = client.post(at("contact"), {"name": "Alice", "email": "alice@", "back": "1"})
    assert back["Location"] == at("about")
    page = client.get(at("contact")).content.decode()
    assert 'value="Alice"' in page
    assert 'value="alice@"' in page


def test_wrong_e_mail_kept_on_the_way_back_is_not_sent(client, start):
    at = start()
    choose(client, at)
    client.post(at("contact"), {"name": "Alice", "email": "alice@", "back": "1"})
    assert client.post(at("check"), {})["Location"] == at("contact")


def test_steps_left_out_are_asked_for(client, start):
    at = start()
    assert client.get(at("check"))["Location"] == at("protection")
    client.post(at("protection"), {"protection": "normal", "anonymous": "no"})
    assert client.get(at("check"))["Location"] == at("about")
    client.post(at("about"), {"kind": "complaint"})
    assert client.post(at("check"), {})["Location"] == at("contact")


def test_words_and_office_can_be_changed(client, start, other_office):
    at = start()
    assert TEXT in client.get(at("words")).content.decode()
    client.post(at("words"), {"text": "Doch etwas anderes.", "office": "miado"})
    anonymous(client, at)
    concern = Concern.objects.get()
    assert (concern.office, concern.subject) == (other_office, "Doch etwas anderes.")


def test_duty_of_the_office_is_kept_and_one_of_another_dropped(client, start, duty, other_office):
    anonymous(client, start(office="miado", duty="miado-ankommen"))
    anonymous(client, start(duty="miado-ankommen"))
    assert list(Concern.objects.order_by("pk").values_list("duty__slug", flat=True)) == ["miado-ankommen", None]


def test_start_takes_office_and_duty_from_the_address(client, office):
    page = client.get(reverse("concern_start"), {"office": "babc", "duty": "x"})
    assert page.context["form"]["office"].value() == "babc"
    response = client.post(reverse("concern_start") + "?office=babc", {"text": TEXT})
    assert response.status_code == 302


def test_words_that_found_no_door_are_kept_and_only_the_office_is_asked_for(client, office):
    page = client.post(reverse("concern_start"), {"text": TEXT})
    assert page.context["form"]["text"].value() == TEXT
    assert page.context["form"].errors == {}


def test_offices_that_take_no_concerns_are_no_choice(client, office, other_office):
    type(office).objects.filter(pk=other_office.pk).update(takes_concerns=False)
    response = client.post(reverse("concern_start"), {"text": TEXT, "office": "miado"})
    assert response.context["form"].errors.keys() == {"office"}
    assert TEXT in response.content.decode()


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("", False),
        ("x", False),
        ("   \n ", False),
        ("\x00\x00\x00", False),
        ("Hilfe\x00 bitte", True),
        ("😡😡😡😡😡😡", True),
        ("‮txet desrever‬ אבג עربي mixed", True),
        ("'; DROP TABLE concerns_concern; --", True),
        ("<script>alert(1)</script><b>", True),
        ("a" * 100_000, False),
        ("{{ 7|add:1 }} {% now %} %(x)s %s {0}", True),
    ],
)
def test_any_text_gets_a_clear_answer(client, office, text, taken):
    response = client.post(reverse("concern_start"), {"text": text, "office": "babc"})
    assert response.status_code == (302 if taken else 200)
    if taken:
        token = response["Location"].split("/")[-3]
        choose(client, lambda step: reverse(f"concern_{step}", args=[token]), anonymous="yes")
        assert client.get(reverse("concern_check", args=[token])).status_code == 200
        client.post(reverse("concern_check", args=[token]), {})
        page = client.get(reverse("concern_receipt", args=[token]))
        assert page.status_code == 200
        assert "<script>" not in page.content.decode()
        assert Concern.objects.count() == 1
    else:
        assert "text" in response.context["form"].errors


def test_html_is_shown_as_written(client, start):
    at = start("<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in client.get(at("protection")).content.decode()


def test_files_survive_errors_beside_the_field(client, start):
    at = start()
    choose(client, at)
    client.post(at("contact"), {"name": "Alice"})
    good = SimpleUploadedFile("Laterne.jpg", picture())
    liar = SimpleUploadedFile("brief.pdf", picture())
    page = client.post(at("more"), {"uploads": [good, liar], "place_note": "Haus 12"})
    assert page.context["form"].errors.keys() == {"uploads"}
    assert "brief.pdf: " in page.content.decode()
    page = client.get(at("more")).content.decode()
    assert "Laterne.jpg" in page
    assert 'value="Haus 12"' in page
    client.post(at("check"), {})
    attachment = Attachment.objects.get()
    assert (attachment.name, attachment.draft, attachment.entry.concern) == ("Laterne.jpg", None, Concern.objects.get())


def test_files_of_anonymous_people_lose_their_names(client, start):
    at = start()
    client.post(at("protection"), {"protection": "normal", "anonymous": "yes"})
    client.post(at("more"), {"uploads": [SimpleUploadedFile("Max Muster.jpg", picture())]})
    anonymous(client, at)
    assert Attachment.objects.get().name == "1.jpg"


def test_file_is_removed_from_a_draft(client, start):
    at = start()
    client.post(at("more"), {"uploads": [SimpleUploadedFile("a.jpg", picture())], "add": "1"})
    pk = Attachment.objects.get().pk
    assert client.post(at("more"), {"remove": str(pk)})["Location"] == at("more")
    assert client.post(at("more"), {"remove": "no number"})["Location"] == at("more")
    assert Attachment.objects.count() == 0
    assert "a.jpg" not in client.get(at("more")).content.decode()


def test_sixth_file_and_25_megabytes_are_refused(client, start, settings):
    at = start()
    six = [SimpleUploadedFile(f"{n}.txt", b"Text") for n in range(6)]
    assert "Mehr als 5 Dateien" in client.post(at("more"), {"uploads": six}).content.decode()
    assert Attachment.objects.count() == 5
    large = SimpleUploadedFile("large.txt", b"x" * (25 * 1024 * 1024))
    at = start()
    assert "20,0\xa0MB" in client.post(at("more"), {"uploads": [large]}).content.decode()


def test_pages_leave_no_trace(client, start):
    at = start()
    response = client.get(at("protection"))
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response.cookies == {}


def test_draft_rows_tell_nothing(client, start):
    start("Geheimes über meinen Chef")
    row = Draft.objects.get()
    assert b"Geheimes" not in bytes(row.sealed)


def test_sending_needs_few_queries(client, start, django_assert_max_num_queries):
    at = start()
    choose(client, at, anonymous="yes")
    with django_assert_max_num_queries(16):
        client.post(at("check"), {})


def test_marker_sample_is_what_it_claims():
    assert MARKER in picture()
