# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Putting mails into the outbox, and what an administrator decides about them."""

import datetime as dt
import uuid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.activity.models import Activity
from friedensplatz.activity.queries import activities_of
from friedensplatz.core import vault
from friedensplatz.notices.models import Mail
from friedensplatz.notices.plug import Message, announcers

State = Mail.State
DECIDABLE = (State.FAILED, State.UNKNOWN)


@transaction.atomic
def announce(sender: type[Model], *, activity: Activity, thing: Model, **_: Any) -> None:
    """Put every mail that follows from a deed into the outbox; one mail per person, however often it is called."""
    messages = [m for announcer in announcers.get((sender, activity.verb), ()) for m in announcer(activity, thing)]
    mails = [mail for message in messages if (mail := _after_pause(message, activity, thing))]
    Mail.objects.bulk_create(mails, ignore_conflicts=True)


def _after_pause(message: Message, activity: Activity, thing: Model) -> Mail | None:
    """The mail, later where its pause asks for it; none where another waits already."""
    mail = _mail_of(message, activity)
    if message.pause:
        since = activity.at - 2 * message.pause  # the last one may itself have waited for one pause
        deeds = activities_of(thing).filter(at__gt=since).exclude(pk=activity.pk).values_list("pk", flat=True)
        keys = [mail_key(deed, message.to) for deed in deeds]
        last = Mail.objects.filter(key__in=keys).order_by("next_try").last()
        if last and last.state == State.QUEUED and last.next_try > timezone.now():
            return None
        mail.next_try = max(mail.next_try, last.next_try + message.pause) if last else mail.next_try
    return mail


def put_into_outbox(*, to: str, language: str, subject: str, body: str, message_id: str = "") -> Mail:
    """Queue a finished mail that follows from no recorded deed (an invitation, a forgotten password)."""
    return Mail.objects.create(
        to=to,
        language=language,
        subject=_one_line(subject),
        body=body,
        message_id=message_id or new_message_id(),
        key=f"direct:{uuid.uuid4().hex}",
    )


def retry_mail(mail: Mail, *, by: User) -> bool:
    """Send a failed mail, or one whose fate is unknown, again; False when it was decided meanwhile."""
    return _decide(mail, "retried", by, state=State.QUEUED, attempts=0, next_try=timezone.now(), fault="")


def mark_mail_sent(mail: Mail, *, by: User) -> bool:
    """Take a failed mail, or one whose fate is unknown, as done; False when it was decided meanwhile."""
    return _decide(mail, "marked_sent", by, state=State.SENT, sent_at=timezone.now(), body="", to=mail.masked_to)


def forget_mails(before: dt.datetime) -> int:
    """Delete what was sent before a moment; return how many."""
    return Mail.objects.filter(state=State.SENT, sent_at__lt=before).delete()[0]


def forget_mails_about(thing: Model, *, keys: list[str]) -> None:
    """Delete every mail about a thing, sent or not, and those that have one of these keys (`mail_key`)."""
    about = Mail.objects.filter(about_type=ContentType.objects.get_for_model(thing), about_id=str(thing.pk))
    about.delete()
    Mail.objects.filter(key__in=keys).delete()


@transaction.atomic
def _decide(mail: Mail, verb: str, by: User, **changes: Any) -> bool:
    changed = Mail.objects.filter(pk=mail.pk, state__in=DECIDABLE).update(claimed_by="", claimed_until=None, **changes)
    if changed:
        record(mail, verb, actor=by)
    return bool(changed)


def _mail_of(message: Message, activity: Activity) -> Mail:
    """The mail written out in the language of the person who gets it."""
    with translation.override(message.language):
        body = _written(message)
        subject = _one_line(str(message.subject))
    mail = Mail(to=message.to, language=message.language, subject=subject, body=body, message_id=new_message_id())
    mail.reply_to, mail.in_reply_to = message.reply_to, message.in_reply_to
    mail.key = mail_key(activity.pk, message.to)
    if message.about is not None:
        mail.about_type = ContentType.objects.get_for_model(message.about)
        mail.about_id = str(message.about.pk)
    return mail


def mail_key(deed: object, to: str) -> str:
    """How the mail of a deed to a person is known; a copy of the database leads from the mail to neither of them."""
    return vault.digest("mail", f"{deed}:{to.lower()}")


def _written(message: Message) -> str:
    """The plain text; nothing in it is escaped for HTML."""
    template = get_template(message.template)
    context = Context({**message.context, "public_url": settings.PUBLIC_URL}, autoescape=False)
    return str(template.template.render(context)).strip() + "\n"  # type: ignore[attr-defined]


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:200]


def new_message_id() -> str:
    """A name for a mail that it keeps over every try to send it (RFC 5322, 3.6.4)."""
    return f"<{uuid.uuid4().hex}@{urlsplit(settings.PUBLIC_URL).hostname or 'localhost'}>"
