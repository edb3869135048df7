# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told when something happens to a concern.

A mail never holds what anybody wrote, nor the receipt code: it says that there is news and where to read it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import CASE_ROLES, colleagues_in
from friedensplatz.activity.models import Activity
from friedensplatz.concerns.access import link_token
from friedensplatz.concerns.mail.addresses import reply_address
from friedensplatz.concerns.models import Attempt, Channel, Concern
from friedensplatz.concerns.opinions import opinion_token
from friedensplatz.concerns.queries import reporter_of
from friedensplatz.directory.models import Office
from friedensplatz.notices.plug import Message, announces

NEWS = {
    "received": _("We have received your concern"),
    "informed": _("There is news about your concern"),
    "asked": _("We have a question about your concern"),
    "answered": _("Your concern has been answered"),
    "dismissed": _("Your concern has been closed"),
    "closed": _("Your concern has been closed"),
}
BUNDLED = ("wrote_back", "side_wrote", "mail_returned")
"""What one person can bring about again and again."""


@announces(Concern, *NEWS)
def news_for_the_person(activity: Activity, concern: Concern) -> Iterable[Message]:
    reporter, answers_to = reporter_of(concern), reply_address(concern)
    context = {"reference": concern.reference, "due": concern.answer_due}
    if reporter and reporter.email and reporter.wants_mail:
        yield Message(
            to=reporter.email,
            language=concern.language,
            subject=_("There is news from the city for you") if concern.is_encrypted else NEWS[activity.verb],
            template=f"concerns/mail/{'encrypted' if concern.is_encrypted else activity.verb}.txt",
            context={
                **context,
                "token": _link(concern),
                "opinion": opinion_token(concern),
                "can_answer": bool(answers_to),
            },
            about=None if concern.is_encrypted else concern,
            reply_to=answers_to,
            in_reply_to=_last_mail(concern),
        )


def _link(concern: Concern) -> str:
    """For those who have no receipt code, because they wrote by mail."""
    return link_token(concern) if concern.channel == Channel.MAIL and not concern.is_encrypted else ""


def _last_mail(concern: Concern) -> str:
    """The Message-ID of the person's last mail; nothing of an encrypted concern stands in the outbox."""
    last = None if concern.is_encrypted else concern.mails.exclude(message_id="").last()
    known = last.envelope.message_id if last else ""
    return f"<{known}>" if known.isascii() and known else ""


@announces(Concern, "received", "passed_on", "wrote_back", "reopened", "side_wrote", "mail_returned", "stated")
def work_for_the_office(activity: Activity, concern: Concern) -> Iterable[Message]:
    """The one who takes care of it, else everybody who could. Who writes much is told of once in a while."""
    colleagues = [concern.assignee] if concern.assignee else _readers(concern, *CASE_ROLES)
    pause = dt.timedelta(minutes=settings.STAFF_MAIL_MINUTES) if activity.verb in BUNDLED else None
    return [replace(_staff_message(person, concern, "work"), pause=pause) for person in colleagues]


def _readers(concern: Concern, *roles: str, office: Office | None = None) -> list[User]:
    """Colleagues of the office that answers, or of another, who may read the concern."""
    team = _team(office or concern.office, *roles)
    return [person for person in team if person.has_perm("concerns.view_concern", concern)]


def _team(office: Office, *roles: str) -> list[User]:
    return list(colleagues_in(office.team, *roles)) if office.team else []


@announces(Concern, "assigned")
def word_to_the_assignee(activity: Activity, concern: Concern) -> Iterable[Message]:
    if concern.assignee and concern.assignee != activity.actor:
        yield _staff_message(concern.assignee, concern, "work")


@announces(Concern, "claim_near")
def reminder_of_a_legal_day(activity: Activity, concern: Concern) -> Iterable[Message]:
    """Who has it and who leads; where there is neither, those who may read it."""
    people = {*_readers(concern, Role.LEAD), *filter(None, [concern.assignee])}
    return [_staff_message(person, concern, "work") for person in people or _readers(concern, *CASE_ROLES)]


@announces(Concern, "disclosure_asked")
def question_to_a_second_person(activity: Activity, concern: Concern) -> Iterable[Message]:
    """Those who may agree that a name is shown; they need not be able to read the concern, and it is named nowhere."""
    people = _team(concern.office, Role.COUNSELLOR, Role.LEAD)
    return [_staff_message(person, concern, "second") for person in people if person.pk != activity.actor_id]


@announces(Concern, "became_late", "escalated")
def reminder_to_the_leads(activity: Activity, concern: Concern) -> Iterable[Message]:
    """Those who lead, or where they may not read it those who may."""
    readers = _readers(concern, Role.LEAD) or _readers(concern, *CASE_ROLES)
    return [_staff_message(person, concern, "late") for person in readers]


@announces(Concern, "statement_asked", "statement_late")
def question_to_another_office(activity: Activity, concern: Concern) -> Iterable[Message]:
    """Those of the office asked who may read it; of a late one also who waits for it."""
    office = Office.objects.select_related("team").get(pk=activity.details["to"])
    late = activity.verb == "statement_late"
    people = _readers(concern, *CASE_ROLES, office=office) + ([concern.assignee] if late and concern.assignee else [])
    return [_staff_message(person, concern, "statement") for person in people]


def _staff_message(person: User, concern: Concern, what: str) -> Message:
    subjects = {
        "work": _("A concern waits for you"),
        "late": _("A concern is late"),
        "statement": _("A statement is wanted"),
        "second": _("A colleague needs a second person"),
    }
    told = "encrypted" if concern.is_encrypted and what != "second" else what
    return Message(
        to=person.email,
        language=person.language,
        subject=subjects[what],
        template=f"concerns/mail/staff_{told}.txt",
        context={"reference": concern.reference, "due": concern.answer_due},
        about=None if concern.is_encrypted else concern,
    )


@announces(Attempt, "guessing_noticed")
def warning_to_administrators(activity: Activity, attempt: Attempt) -> Iterable[Message]:
    for person in User.objects.filter(is_active=True, is_administrator=True):
        yield Message(
            to=person.email,
            language=person.language,
            subject=_("Somebody guesses receipt codes"),
            template="concerns/mail/guessing.txt",
            context={"failures": activity.details["failures"]},
        )
