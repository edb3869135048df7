# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told when something happens to the website's own things."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import colleagues_in
from friedensplatz.activity.models import Activity
from friedensplatz.concerns.models import Concern, Offer
from friedensplatz.notices.plug import Message, announces
from friedensplatz.website.feedback.owners import editors_of
from friedensplatz.website.models import Feedback, Statement
from friedensplatz.website.statements.conformance import review_due


@announces(Statement, "review_due")
def reminder_of_the_statement(activity: Activity, statement: Statement) -> Iterable[Message]:
    """To the person who keeps it true, else to the administrators."""
    keeper = statement.responsible
    administrators = User.objects.filter(is_active=True, is_administrator=True)
    for person in [keeper] if keeper and keeper.is_active else administrators:
        yield Message(
            to=person.email,
            language=person.language,
            subject=_("The accessibility statement has to be looked at again"),
            template="website/mail/statement_due.txt",
            context={"due": review_due(statement)},
        )


@announces(Feedback, "came_in")
def word_to_the_editors(activity: Activity, feedback: Feedback) -> Iterable[Message]:
    """That people have written about their pages; what they wrote stays at the desk."""
    for person in editors_of(feedback.office):
        yield Message(
            to=person.email,
            language=person.language,
            subject=_("Somebody has written about your pages"),
            template="website/mail/feedback.txt",
            context={"count": activity.details["count"]},
        )


@announces(Concern, "offered")
def word_that_the_archive_is_to_be_asked(activity: Activity, concern: Concern) -> Iterable[Message]:
    """Leads hear of the first offer that waits; the others stand beside it, and the mail is about none of them."""
    first = Offer.objects.filter(answer="", concern__office=concern.office).order_by("pk").first()
    team = concern.office.team if first and first.concern_id == concern.pk else None
    for person in colleagues_in(team, Role.LEAD) if team else ():
        yield Message(
            to=person.email,
            language=person.language,
            subject=_("The archive is to be asked"),
            template="website/mail/archive.txt",
            context={},
        )
