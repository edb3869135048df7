# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.accounts.models import Role
from friedensplatz.concerns.actions import (
    answer_concern,
    ask_person,
    assign_concern,
    close_concern,
    note_concern,
    pass_on_concern,
    send_interim,
    write_back,
)
from friedensplatz.concerns.disclosing import ask_disclosure
from friedensplatz.concerns.models import Protection
from friedensplatz.concerns.workflow import Outcome
from friedensplatz.notices.delivery import deliver_due_mails
from friedensplatz.notices.models import Mail
from tests.cast import make_user

SECRET = "Geheimer Satz des Anliegens"


@pytest.fixture
def mails(django_capture_on_commit_callbacks):
    """Does a deed and gives the mails that followed, as (to, subject, body)."""

    def act(deed, *args, **kwargs):
        Mail.objects.all().delete()
        with django_capture_on_commit_callbacks(execute=True):
            result = deed(*args, **kwargs)
        act.result = result
        return {mail.to: (mail.subject, mail.body) for mail in Mail.objects.all()}

    return act


def test_person_and_office_learn_of_a_new_concern_without_its_words(mails, hand_in, bob, lena, dora):
    sent = mails(hand_in, SECRET)
    concern, code = mails.result
    assert sent.keys() == {"alice@home.example", bob.email, lena.email}
    for subject, body in sent.values():
        assert concern.reference in body
        assert SECRET not in subject + body
        assert code not in body
    assert "Alice" not in sent[bob.email][1]


def test_anonymous_person_and_one_who_wants_none_get_no_mail(mails, hand_in, bob, lena):
    assert mails(hand_in, reporter=None).keys() == {bob.email, lena.email}
    concern, _ = mails.result
    assert mails(answer_concern, concern, SECRET, by=bob) == {}


def test_person_hears_of_every_step_that_concerns_them(mails, concern, bob):
    for deed, args in (
        (send_interim, (SECRET,)),
        (ask_person, (SECRET,)),
        (answer_concern, (SECRET,)),
        (close_concern, (Outcome.RESOLVED,)),
    ):
        sent = mails(deed, concern, *args, by=bob)
        assert sent.keys() == {"alice@home.example"}, deed
        assert SECRET not in str(sent)
        assert f"{concern.reference}" in sent["alice@home.example"][1]


def test_note_is_announced_to_nobody(mails, concern, bob):
    assert mails(note_concern, concern, SECRET, by=bob) == {}


def test_reply_goes_to_who_takes_care_and_passing_on_to_the_new_office(mails, concern, bob, lena, dora, other_office):
    assert mails(assign_concern, concern, bob, by=lena).keys() == {bob.email}
    assert mails(write_back, concern, SECRET).keys() == {bob.email}
    assert mails(pass_on_concern, concern, other_office, reason=SECRET, by=bob).keys() == {dora.email}


def test_who_writes_again_and_again_brings_one_mail_now_and_one_for_all_the_rest(
    concern, bob, lena, django_capture_on_commit_callbacks, settings
):
    assign_concern(concern, bob, by=lena)
    settings.STAFF_MAIL_MINUTES = 30

    def write():
        with django_capture_on_commit_callbacks(execute=True):
            write_back(concern, SECRET)
        return list(Mail.objects.order_by("pk"))

    (first,) = write()
    deliver_due_mails(timezone.now())
    for _again in range(3):
        mails = write()
    assert [mail.state for mail in mails] == ["sent", "queued"]
    assert mails[1].next_try == first.next_try + dt.timedelta(minutes=30)
    settings.STAFF_MAIL_MINUTES = 0
    assert len(write()) == 3


def test_a_second_person_is_asked_without_a_word_of_the_concern(mails, hand_in, office, bob, lena, dora):
    cora, cem = (make_user(f"{name}@city.example", office=office, role=Role.COUNSELLOR) for name in ("cora", "cem"))
    concern, _code = hand_in(SECRET, protection=Protection.SEALED)
    sent = mails(ask_disclosure, concern, "Wegen des Termins.", by=cora)
    assert sent.keys() == {cem.email, lena.email}
    for subject, body in sent.values():
        assert not [word for word in (SECRET, concern.reference, "Termin", "Alice") if word in subject + body]
        assert reverse("desk_disclosures") in body
    assert {mail.about_id for mail in Mail.objects.all()} == {""}
