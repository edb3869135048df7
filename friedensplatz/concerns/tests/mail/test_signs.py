# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.concerns.mail.reading import read_mail

REPORT = b"""Return-Path: <>\r
From: Mail Delivery System <MAILER-DAEMON@mx.example>\r
Subject: Undelivered Mail Returned to Sender\r
Auto-Submitted: auto-replied\r
Content-Type: multipart/report; report-type=delivery-status; boundary=x\r
\r
--x\r
Content-Type: text/plain\r
\r
I am sorry.\r
--x\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.example\r
\r
Final-Recipient: rfc822; anna@example.org\r
Action: failed\r
Status: 5.1.1\r
--x\r
Content-Type: message/rfc822\r
\r
Message-ID: <ours@stadt.example>\r
Subject: Antwort\r
\r
Guten Tag\r
--x--\r
"""


def signs(*fields):
    mail = read_mail(b"From: a@b.example\r\n" + b"".join(field + b"\r\n" for field in fields) + b"\r\nText")
    return mail.is_automatic, mail.is_bounce


def test_report_of_failure_names_the_mail_that_failed():
    mail = read_mail(REPORT)
    assert (mail.is_bounce, mail.is_automatic, mail.reported) == (True, True, ("ours@stadt.example",))
    assert mail.text == "I am sorry."


def test_report_of_delay_is_automatic_and_no_bounce():
    mail = read_mail(REPORT.replace(b"Action: failed", b"Action: delayed"))
    assert (mail.is_bounce, mail.is_automatic) == (False, True)


@pytest.mark.parametrize(
    "field",
    [
        b"Auto-Submitted: auto-replied (vacation)",
        b"Auto-Submitted: auto-generated; owner-email=a@b",
        b"X-Autoreply: yes",
        b"Precedence: bulk",
        b"Precedence: list",
        b"Subject: Automatische Antwort: Gehweg",
        b"Subject: Abwesenheitsnotiz: Re: Gehweg",
        b"Subject: Out of Office Re: Gehweg",
        b"Subject: =?utf-8?q?Otomatik_yan=C4=B1t=3A?= Gehweg",
        b"Content-Type: multipart/report; report-type=disposition-notification; boundary=x",
    ],
)
def test_automatic_answer_is_recognised(field):
    assert signs(field) == (True, False)


@pytest.mark.parametrize("fields", [(b"Return-Path: <>",), (b"X-Failed-Recipients: anna@example.org",)])
def test_bounce_of_an_older_server_is_recognised(fields):
    assert signs(*fields) == (True, True)


def test_bounce_without_parts_names_the_mail_it_quotes():
    mail = read_mail(
        b"From: MAILER-DAEMON@mx.example\r\n\r\nSorry.\r\n\r\nMessage-ID: <ours@stadt.example>\r\nSubject: x"
    )
    assert (mail.is_bounce, mail.reported) == (True, ("ours@stadt.example",))


def test_absence_note_with_empty_return_path_is_no_bounce():
    assert signs(b"Return-Path: <>", b"Auto-Submitted: auto-replied") == (True, False)


@pytest.mark.parametrize(
    "fields",
    [(b"Auto-Submitted: no",), (b"Subject: Auto steht auf dem Gehweg",), (b"Subject: Automat kaputt: Ticket",), ()],
)
def test_mail_of_a_person_is_not_taken_for_a_machine(fields):
    assert signs(*fields) == (False, False)
