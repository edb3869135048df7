# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a mail belongs. It joins a concern by an address nobody can guess, or by answering a mail we know from a
person who wrote to the concern before. A reference in its subject proves nothing. Everything else waits for a colleague.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from friedensplatz.activity.actions import record
from friedensplatz.concerns.mail.addresses import concern_of
from friedensplatz.concerns.mail.joining import add_mail, add_note, settle
from friedensplatz.concerns.mail.reading import Mail
from friedensplatz.concerns.mail.receiving import mail_of
from friedensplatz.concerns.models import Concern, Incoming, digest_of
from friedensplatz.concerns.promises import can_be_reopened
from friedensplatz.concerns.queries import reporter_of
from friedensplatz.notices.models import Mail as SentMail

Reason, State = Incoming.Reason, Incoming.State
MOST_ANSWERS = 50


def sort_mail(incoming: Incoming) -> None:
    """Add a mail that just arrived to its concern, or let it wait. Raises ChangedMeanwhile when others were faster."""
    mail = mail_of(incoming)
    if mail.is_bounce:
        return _sort_bounce(incoming, mail)
    concern, reason = _home_of(mail)
    if mail.is_automatic:
        return _sort_automatic(incoming, mail, None if reason else concern)
    if concern is None or reason:
        return settle(incoming, State.WAITING, reason=reason)
    if not concern.is_open and not can_be_reopened(concern):
        return settle(incoming, State.WAITING, reason=Reason.ENDED)
    return add_mail(incoming, mail, concern)


def _home_of(mail: Mail) -> tuple[Concern | None, str]:
    """The concern a mail belongs to, or why that is doubtful."""
    if concern := concern_of(mail.recipients):
        return concern, ""
    answered = _concerns_answered(mail)
    if not answered:
        return None, Reason.NEW
    return next(((concern, "") for concern in answered if knows(concern, mail.sender.email)), (None, Reason.STRANGER))


def _concerns_answered(mail: Mail) -> list[Concern]:
    """Concerns of the mails it answers, ours and those that reached us."""
    digests = [digest_of(answer) for answer in mail.answers[:MOST_ANSWERS]]
    came = Incoming.objects.filter(message_id__in=digests, concern__isnull=False).values_list("concern", flat=True)
    keys = {*_concerns_of_sent(mail.answers), *came}
    return list(Concern.objects.filter(pk__in=keys).select_related("office").order_by("-pk"))


def _concerns_of_sent(message_ids: tuple[str, ...]) -> list[int]:
    wanted = [f"<{key}>" for key in message_ids[:MOST_ANSWERS]]
    about = ContentType.objects.get_for_model(Concern)
    rows = SentMail.objects.filter(message_id__in=wanted, about_type=about)
    return [int(pk) for pk in rows.values_list("about_id", flat=True)]


def knows(concern: Concern, email: str) -> bool:
    """Whether the concern's person has this address, or has written from it before."""
    reporter = reporter_of(concern)
    if reporter and reporter.email and reporter.email.lower() == email:
        return True
    return bool(email) and concern.mails.filter(sender=digest_of(email)).exists()


@transaction.atomic
def _sort_bounce(incoming: Incoming, mail: Mail) -> None:
    """News that came back: whoever looks after the concern learns that the person knows nothing."""
    known = Concern.objects.filter(pk__in=_concerns_of_sent(mail.reported)).first()
    concern = known or concern_of((*mail.returned, *mail.recipients))
    if concern is None:
        return settle(incoming, State.IGNORED, reason=Reason.BOUNCE)
    settle(incoming, State.THREADED, concern=concern, reason=Reason.BOUNCE)
    text = _("An e-mail to the person came back. They have not had our news: please call them or write a letter.")
    incoming.joined(add_note(concern, text))
    record(concern, "mail_returned")
    return None


@transaction.atomic
def _sort_automatic(incoming: Incoming, mail: Mail, concern: Concern | None) -> None:
    """An answer of a machine is never answered and moves nothing."""
    if concern is None:
        return settle(incoming, State.IGNORED, reason=Reason.AUTOMATIC)
    settle(incoming, State.THREADED, concern=concern, reason=Reason.AUTOMATIC)
    text = _("The person's mail program answered by itself:") + f"\n\n{mail.text[:2000]}"
    incoming.joined(add_note(concern, text))
    return None
