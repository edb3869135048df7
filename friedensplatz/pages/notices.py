# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told what about pages: those who wrote, those who are asked to look, those who keep them true."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.activity.models import Activity
from friedensplatz.notices.plug import Message, announces
from friedensplatz.pages.models import Page
from friedensplatz.pages.queries import editors_of

NEWS: dict[str, str | Promise] = {
    "submitted": _("A page waits for a second person."),
    "approved": _("Your page has been approved."),
    "sent_back": _("Your page has been sent back. The reviewer says why."),
    "review_due": _("A page should be read again. Is everything on it still true?"),
    "publication_failed": _("A page could not be published at its time, because something on it is missing."),
    "expired": _("A page has been withdrawn because its time is over."),
}


@announces(Page, "submitted")
def work_for_a_second_person(activity: Activity, page: Page) -> Iterable[Message]:
    return [_message(person, activity.verb, page) for person in editors_of(page, but=activity.actor)]


@announces(Page, "approved", "sent_back")
def word_to_the_author(activity: Activity, page: Page) -> Iterable[Message]:
    author = page.revisions.get(number=activity.details["number"]).author
    if author and author != activity.actor:
        yield _message(author, activity.verb, page)


@announces(Page, "review_due", "publication_failed", "expired")
def word_to_its_keepers(activity: Activity, page: Page) -> Iterable[Message]:
    keepers = [page.owner] if page.owner and page.owner.is_active else editors_of(page)
    return [_message(person, activity.verb, page) for person in keepers]


def _message(person: User, verb: str, page: Page) -> Message:
    return Message(
        to=person.email,
        language=person.language,
        subject=NEWS[verb],
        template="pages/mail/news.txt",
        context={"news": NEWS[verb], "page": page, "to_review": verb == "submitted"},
        about=page,
    )
