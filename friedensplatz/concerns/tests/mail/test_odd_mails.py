# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mails as nobody should send them go the whole way: taken in, sorted, shown to a colleague, kept byte by byte."""

import pytest
from django.utils import timezone

from friedensplatz.concerns.jobs import sort_mails
from friedensplatz.concerns.mail.receiving import take_mail
from friedensplatz.concerns.models import Incoming
from friedensplatz.concerns.tests.mail.samples import bounce
from friedensplatz.core import vault

pytestmark = pytest.mark.django_db

FROM = b"From: nora@home.example\r\nSubject: Laterne\r\nMIME-Version: 1.0\r\n"
PART = b"--x\r\nContent-Type: text/plain\r\n\r\nTeil\r\n"


def in_reports(inner, levels):
    """A report about a report about a report."""
    for level in range(levels):
        border = b"r%d" % level
        head = (
            b"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; boundary=" + border
        )
        status = b"\r\n--" + border + b"\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n"
        inner = head + b"\r\n" + status + b"--" + border + b"\r\nContent-Type: message/rfc822\r\n\r\n" + inner
    return inner


ODD = {
    "ten thousand parts": (FROM + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + PART * 10_000, "waiting"),
    "a part in a part, five hundred deep": (
        FROM + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(500)),
        "waiting",
    ),
    "TNEF alone": (FROM + b"Content-Type: application/ms-tnef\r\n\r\n\x78\x9f\x3e\x22\x00\xff", "waiting"),
    "UTF-7": (FROM + b"Content-Type: text/plain; charset=utf-7\r\n\r\nStra+AN8-e +2AA- +ADw-script+AD4-", "waiting"),
    "UTF-7 in the subject": (b"From: a@b.example\r\nSubject: =?utf-7?Q?Stra+AN8-e_+2AA-?=\r\n\r\nText", "waiting"),
    "unknown charset": (FROM + b"Content-Type: text/plain; charset=x-nobody-knows\r\n\r\n\xe4\xf6\xfc", "waiting"),
    "report in reports": (in_reports(bounce("<nobodys@city.example>"), 30), "ignored"),
    "no headers": (b"Die Laterne vor Haus 12 ist kaputt.\r\n", "waiting"),
    "nothing": (b"", "waiting"),
    "zeros": (b"\x00" * 5_000, "waiting"),
    "only a head": (b"From: a@b.example", "waiting"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_mail_goes_the_whole_way(name, client, bob, office, settings):
    settings.MAIL_REPLY_TO, settings.MAIL_OFFICES = "antwort@city.example", [office.slug]
    data, state = ODD[name]
    incoming = take_mail(data)
    assert sort_mails(timezone.now()) == 1
    incoming.refresh_from_db()
    assert (incoming.state, incoming.reason == Incoming.Reason.FAULT) == (state, False)
    assert vault.read_file(incoming.original) == data
    client.force_login(bob)
    assert client.get("/de/desk/post/").status_code == 200
    page = client.get(f"/de/desk/post/{incoming.pk}/")
    assert (page.status_code, "<script>" in page.content.decode().split("<h1", 1)[1]) == (200, False)
