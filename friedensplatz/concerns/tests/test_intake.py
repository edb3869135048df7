# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from friedensplatz.concerns import codes
from friedensplatz.concerns.models import Concern, Deadline, Rule
from friedensplatz.concerns.queries import opening_of, reporter_of
from friedensplatz.core.dates import add_working_days
from friedensplatz.directory.actions import train_router
from friedensplatz.directory.models import Phrasing

pytestmark = pytest.mark.django_db
WORDS = "Die Laterne vor Haus 12 ist seit Wochen aus."


@pytest.fixture
def told(office):
    """What a caller tells, as the form sends it."""
    return {
        "text": WORDS,
        "office": office.slug,
        "duty": "",
        "kind": "defect",
        "protection": "normal",
        "name": "Hatice Yılmaz",
        "phone": "0231 5550123",
        "never": "Nie nach 18 Uhr anrufen",
        "way": "phone",
        "email": "",
        "address": "",
        "language": "tr",
        "district": "",
        "place_note": "Bornstraße 12",
        "channel": "phone",
        "arrived": timezone.localdate().isoformat(),
    }


@pytest.fixture
def desk(client, bob):
    client.force_login(bob)
    return client


def check_of(desk, told):
    """The address of the read-back page after the form was sent."""
    response = desk.post(reverse("desk_intake"), told)
    assert response.status_code == 302, response.context["form"].errors
    return response.url


def test_a_call_becomes_a_concern_with_its_person_and_ways(desk, told, bob):
    desk.post(check_of(desk, told))
    concern = Concern.objects.get()
    person = reporter_of(concern)
    assert (concern.channel, concern.language, concern.place, opening_of(concern)) == (
        "phone",
        "tr",
        "Bornstraße 12",
        WORDS,
    )
    assert (person.name, person.phone, person.way, person.never, person.wants_mail) == (
        "Hatice Yılmaz",
        "0231 5550123",
        "phone",
        "Nie nach 18 Uhr anrufen",
        False,
    )


def test_what_was_understood_is_read_back_in_the_callers_language(desk, told):
    page = desk.get(check_of(desk, told | {"language": "ar"})).content.decode()
    assert '<section class="fp-read-back" lang="ar" dir="rtl"' in page
    assert '<section class="fp-read-back" lang="de" dir="ltr"' in page
    assert Concern.objects.count() == 0


def test_storing_twice_gives_one_concern_and_its_receipt(desk, told):
    check = check_of(desk, told)
    first, second = desk.post(check), desk.post(check)
    assert first.url == second.url == f"{check}receipt/"
    page = desk.get(first.url).context
    assert Concern.objects.get().reference == page["receipt"].reference
    assert codes.matches("".join(group for group, _words in page["groups"]), Concern.objects.get().code_digest)


def test_the_receipt_is_gone_once_the_caller_has_it(desk, told):
    receipt = desk.post(check_of(desk, told)).url
    assert desk.post(receipt, {}).status_code == 200
    assert desk.post(receipt, {"kept": "on"}).url == reverse("desk_intake")
    assert desk.get(receipt).url == reverse("desk_intake")


def test_a_letters_promise_counts_from_the_day_it_arrived(desk, told):
    Rule.objects.create(kind="defect", acknowledge_days=2, answer_days=10)
    arrived = timezone.localdate() - dt.timedelta(days=7)
    letter = {"channel": "letter", "arrived": arrived.isoformat(), "way": "letter", "address": "Bornstr. 12\nDortmund"}
    upload = SimpleUploadedFile("Brief.txt", b"Sehr geehrte Damen und Herren")
    desk.post(check_of(desk, told | letter | {"uploads": upload}))
    concern = Concern.objects.get()
    assert timezone.localdate(concern.received_at) == arrived
    assert concern.answer_due == add_working_days(arrived, 10)
    assert concern.deadlines.get(rule=Deadline.Rule.ANSWER).starts == arrived
    assert [file.name for file in concern.entries.get().attachments.all()] == ["Brief.txt"]


def test_a_refused_file_is_said_and_nothing_is_lost(desk, told):
    upload = SimpleUploadedFile("x.exe", b"MZ\x00\x00")
    page = desk.post(reverse("desk_intake"), told | {"uploads": upload})
    assert list(page.context["form"].errors) == ["uploads"]
    assert WORDS in page.content.decode()


def test_the_button_names_the_office_and_keeps_what_was_typed(desk, told, cast, duty):
    for one, text in ((cast.duty, "Ich will mich beschweren"), (duty, "Wo finde ich einen Deutschkurs")):
        Phrasing.objects.create(duty=one, language="de", text=text)
    train_router()
    typed = told | {"text": "Wo gibt es einen Deutschkurs?", "office": "", "suggest": "1"}
    page = desk.post(reverse("desk_intake"), typed)
    form = page.context["form"]
    assert page.context["doors"][0] == duty
    assert (form["office"].value(), form["duty"].value()) == (duty.office.slug, duty.slug)
    assert (form["name"].value(), form.errors) == ("Hatice Yılmaz", {})


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"name": ""}, {"name"}),
        ({"way": "letter"}, {"address"}),
        ({"way": "mail"}, {"email"}),
        ({"way": "phone", "phone": ""}, {"phone"}),
        ({"kind": "petition", "protection": "sealed"}, {"protection"}),
        ({"arrived": "2999-01-01"}, {"arrived"}),
        ({"kind": "petition", "name": "", "phone": "", "never": "", "way": ""}, {"name"}),
        ({"text": ""}, {"text"}),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(desk, told, changed, wrong):
    assert set(desk.post(reverse("desk_intake"), told | changed).context["form"].errors) == wrong


def test_nobody_named_stays_anonymous(desk, told):
    nobody = dict.fromkeys(("name", "phone", "never", "way"), "")
    desk.post(check_of(desk, told | nobody))
    concern = Concern.objects.get()
    assert (concern.is_anonymous, concern.parties.count()) == (True, 0)


def test_discrimination_is_protected_more_than_was_chosen(desk, told):
    check = check_of(desk, told | {"kind": "discrimination"})
    assert set(desk.post(check).context["form"].errors) == {"consent"}
    desk.post(check, {"consent": "on"})
    assert Concern.objects.get().protection == "confidential"


def test_something_can_be_set_right_before_it_is_stored(desk, told):
    check = check_of(desk, told)
    form = desk.get(f"{check}change/").context["form"]
    assert (form["text"].value(), form["office"].value()) == (WORDS, told["office"])
    assert desk.post(f"{check}change/", told | {"place_note": "Haus 14"}).url == check
    desk.post(check)
    assert Concern.objects.get().place == "Haus 14"
