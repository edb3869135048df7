# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sending what waits in the outbox, so that no mail is lost and none goes out twice.

A mail is marked `sending` before the mail server hears of it and `sent` when the server has said yes. Whoever dies in
between leaves a mark that runs out: then nobody knows what became of the mail, and an administrator decides. The same
holds for a connection that breaks in the middle. What the server refuses for now is tried again, later and later.
"""

import datetime as dt
import logging
import uuid
from smtplib import SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q
from django.utils import timezone

from friedensplatz.core.jobs import AHEAD
from friedensplatz.notices.models import Mail

log = logging.getLogger(__name__)

State = Mail.State
BATCH = 50
CLAIM = dt.timedelta(minutes=2)  # longer than four answers of a mail server may take (EMAIL_TIMEOUT)
DELAYS = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440)]


def deliver_due_mails(now: dt.datetime) -> int:
    """Send the mails whose time has come, at most a batch; return how many the mail server accepted."""
    Mail.objects.filter(state=State.SENDING, claimed_until__lt=now).update(state=State.UNKNOWN, fault="interrupted")
    by_a_wrong_clock = Q(next_try__gt=now + max(DELAYS) + AHEAD) | Q(created_at__gt=now + AHEAD)
    waiting = Mail.objects.filter(Q(next_try__lte=now) | by_a_wrong_clock, state=State.QUEUED)
    due = list(waiting.order_by("next_try", "pk")[:BATCH])
    if not due:
        return 0
    connection = get_connection(settings.MAIL_BACKEND)
    try:
        connection.open()
    except OSError as error:
        log.warning("The mail server cannot be reached: %s", _fault_of(error))
        for mail in filter(_claim, due):
            _postpone(mail, _fault_of(error))
        return 0
    try:
        return _deliver_all(due, connection)
    finally:
        connection.close()


def _deliver_all(mails: list[Mail], connection: BaseEmailBackend) -> int:
    """Send one after the other, as long as the mail server stays in the conversation."""
    accepted = 0
    for mail in filter(_claim, mails):
        outcome = _deliver(mail, connection)
        accepted += outcome == State.SENT
        if outcome not in {State.SENT, State.FAILED}:
            break
    return accepted


def _claim(mail: Mail) -> bool:
    """Mark a mail as being sent by us; False when another worker was faster."""
    mail.claimed_by = uuid.uuid4().hex
    return bool(
        Mail.objects.filter(pk=mail.pk, state=State.QUEUED).update(
            state=State.SENDING,
            claimed_by=mail.claimed_by,
            claimed_until=timezone.now() + CLAIM,
            attempts=F("attempts") + 1,
        )
    )


def _deliver(mail: Mail, connection: BaseEmailBackend) -> str:
    """Have the conversation with the mail server and write down how it ended."""
    try:
        connection.send_messages([_letter(mail)])
    except (SMTPResponseException, SMTPRecipientsRefused) as error:
        fault = _fault_of(error)
        return _settle(mail, State.FAILED, fault=fault) if fault.startswith("5") else _postpone(mail, fault)
    except (SMTPNotSupportedError, ValueError) as error:  # an address or a text that no mail can carry
        return _settle(mail, State.FAILED, fault=_fault_of(error))
    except OSError as error:  # the line broke; the server may have taken the mail before
        return _settle(mail, State.UNKNOWN, fault=_fault_of(error))
    emptied = {} if settings.DEMO else {"body": "", "to": mail.masked_to}
    return _settle(mail, State.SENT, sent_at=timezone.now(), fault="", **emptied)


def _postpone(mail: Mail, fault: str) -> str:
    """Try again later; after two days of trying it has failed."""
    if mail.attempts >= len(DELAYS):
        return _settle(mail, State.FAILED, fault=fault)
    return _settle(mail, State.QUEUED, fault=fault, next_try=timezone.now() + DELAYS[mail.attempts])


def _settle(mail: Mail, state: str, **changes: Any) -> str:
    """Write down what became of a mail, unless an administrator decided about it meanwhile."""
    ours = Mail.objects.filter(pk=mail.pk, claimed_by=mail.claimed_by)
    ours.update(state=state, claimed_by="", claimed_until=None, **changes)
    return state


def _letter(mail: Mail) -> EmailMessage:
    headers = {
        "Message-ID": mail.message_id,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": mail.language,
    }
    if mail.in_reply_to:
        headers |= {"In-Reply-To": mail.in_reply_to, "References": mail.in_reply_to}
    answer = [mail.reply_to] if mail.reply_to else None
    return EmailMessage(
        mail.subject, mail.body, settings.DEFAULT_FROM_EMAIL, [mail.to], headers=headers, reply_to=answer
    )


def _fault_of(error: Exception) -> str:
    """The answer code of the mail server, else the kind of the fault; never a text, which may hold an address."""
    if isinstance(error, SMTPRecipientsRefused):
        return str(next(iter(error.recipients.values()))[0])
    if isinstance(error, SMTPResponseException):
        return str(error.smtp_code)
    return type(error).__name__
