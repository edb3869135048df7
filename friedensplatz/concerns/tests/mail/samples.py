# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mails as people send them."""

from email.message import EmailMessage

from django.utils import timezone

from friedensplatz.concerns.jobs import sort_mails
from friedensplatz.concerns.mail.receiving import take_mail

numbers = iter(range(1, 10**6))


def letter(text="Die Laterne ist aus.", *, sender="Alice Beispiel <alice@home.example>", files=(), **fields):
    """The bytes of a mail; `in_reply_to="<…>"` and the like become its fields."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = fields.pop("to", "stadt@city.example")
    mail["Subject"] = fields.pop("subject", "Laterne")
    mail["Message-ID"] = fields.pop("message_id", f"<{next(numbers)}@home.example>")
    for name, value in fields.items():
        mail[name.replace("_", "-").title()] = value
    mail.set_content(text)
    for name, data in files:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def arrive(*args, **given):
    """Take a mail in and sort it."""
    incoming = take_mail(letter(*args, **given))
    sort_mails(timezone.now())
    incoming.refresh_from_db()
    return incoming


def bounce(message_id, reply_to="stadt@city.example"):
    return (
        b"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nSubject: Undelivered\r\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n"
        b"--x\r\n\r\nSorry.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n"
        b"--x\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: "
        + message_id.encode()
        + b"\r\nReply-To: "
        + reply_to.encode()
        + b"\r\n\r\nText\r\n--x--\r\n"
    )
