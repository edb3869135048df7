# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

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
from friedensplatz.concerns.workflow import Outcome
from friedensplatz.notices.models import Mail

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
