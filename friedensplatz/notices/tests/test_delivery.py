# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from email import message_from_bytes

import pytest
from django.utils import timezone

from friedensplatz.notices.actions import put_into_outbox
from friedensplatz.notices.delivery import deliver_due_mails
from friedensplatz.notices.models import Mail
from tests.mail_server import MailServer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def smtp(settings):
    settings.MAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_USE_TLS = False
    settings.EMAIL_HOST_USER = ""
    settings.EMAIL_TIMEOUT = 1
    return settings


@pytest.fixture
def mail():
    return put_into_outbox(to="alice@example.org", language="tr", subject="Yanıt\nvar", body="Merhaba 👋\n")


def deliver(settings, answers=None):
    with MailServer(answers) as server:
        settings.EMAIL_PORT = server.port
        return deliver_due_mails(timezone.now()), server.letters


def fate(mail):
    mail.refresh_from_db()
    return mail.state, mail.fault, mail.attempts


def test_a_mail_is_sent_once_and_its_text_and_address_forgotten(smtp, mail):
    accepted, letters = deliver(smtp)
    assert (accepted, len(letters)) == (1, 1)
    assert fate(mail) == ("sent", "", 1)
    assert (mail.body, mail.to) == ("", "a…@example.org")
    assert deliver(smtp) == (0, [])


def test_a_mail_carries_its_name_and_says_that_it_is_automatic(smtp, mail):
    letter = message_from_bytes(deliver(smtp)[1][0])
    assert letter["Message-ID"] == mail.message_id
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Content-Language"] == "tr"
    assert letter.get_payload(decode=True).decode() == "Merhaba 👋\r\n"


def test_a_mail_says_where_answers_go_and_what_it_answers(smtp, mail):
    Mail.objects.update(reply_to="reply+x@stadt.example", in_reply_to="<one@example.org>")
    letter = message_from_bytes(deliver(smtp)[1][0])
    assert (letter["Reply-To"], letter["In-Reply-To"]) == ("reply+x@stadt.example", "<one@example.org>")
    assert letter["References"] == "<one@example.org>"


@pytest.mark.parametrize("command", ["mail", "rcpt", "data"])
def test_a_mail_waits_longer_and_longer_when_refused_for_now(smtp, mail, command):
    assert deliver(smtp, {command: "451 come back later"})[0] == 0
    assert fate(mail) == ("queued", "451", 1)
    first = mail.next_try - timezone.now()
    Mail.objects.update(next_try=timezone.now())
    deliver(smtp, {command: "451 come back later"})
    assert fate(mail) == ("queued", "451", 2)
    assert mail.next_try - timezone.now() > first * 2
    assert mail.body == "Merhaba 👋\n"


@pytest.mark.parametrize("command", ["mail", "rcpt", "data"])
def test_a_mail_has_failed_when_refused_for_good(smtp, mail, command):
    deliver(smtp, {command: "550 no such person"})
    assert fate(mail) == ("failed", "550", 1)


def test_a_mail_waits_when_nobody_answers(smtp, mail):
    smtp.EMAIL_PORT = 1
    assert deliver_due_mails(timezone.now()) == 0
    assert fate(mail) == ("queued", "ConnectionRefusedError", 1)


def test_a_mail_has_failed_when_refused_for_two_days(smtp, mail):
    for _ in range(10):
        Mail.objects.update(next_try=timezone.now())
        deliver(smtp, {"rcpt": "450 mailbox busy"})
    assert fate(mail) == ("failed", "450", 9)


def test_a_mail_goes_out_at_once_when_the_clock_that_put_it_off_is_set_right(smtp, mail):
    tomorrow = timezone.now() + dt.timedelta(days=1)
    Mail.objects.update(created_at=tomorrow, next_try=tomorrow)
    assert deliver(smtp)[0] == 1
    assert deliver(smtp)[0] == 0


@pytest.mark.parametrize("end", ["hang", "hang up"])
def test_the_fate_is_unknown_when_the_line_breaks_after_the_last_word(smtp, mail, end):
    _, letters = deliver(smtp, {"data": end})
    assert len(letters) == 1
    assert fate(mail)[0] == "unknown"
    assert deliver(smtp) == (0, [])


def test_the_fate_is_unknown_when_a_claim_ran_out(smtp, mail):
    past = timezone.now() - dt.timedelta(seconds=1)
    Mail.objects.update(state="sending", claimed_by="killed", claimed_until=past)
    assert deliver(smtp) == (0, [])
    assert fate(mail) == ("unknown", "interrupted", 0)


def test_others_are_sent_when_one_is_refused_for_good(smtp, mail):
    put_into_outbox(to="bob@example.org", language="de", subject="Hallo", body="Hallo")
    Mail.objects.filter(pk=mail.pk).update(to="no address@@")
    assert deliver(smtp)[0] == 1
    assert fate(mail)[0] == "failed"


def test_a_mail_being_sent_is_left_alone(smtp, mail):
    Mail.objects.update(state="sending", claimed_until=timezone.now() + dt.timedelta(minutes=1))
    assert deliver(smtp) == (0, [])


def test_no_address_is_logged_when_the_server_refuses(smtp, mail, caplog):
    deliver(smtp, {"connect": "554 go away alice@example.org"})
    assert fate(mail) == ("queued", "554", 1)
    assert "alice" not in caplog.text
