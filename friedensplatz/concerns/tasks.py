# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What waits for people who work on concerns: post to be sorted, names asked for, days of the law, words of people."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from friedensplatz.accounts.models import User
from friedensplatz.concerns.disclosing import disclosures_to_decide
from friedensplatz.concerns.mail.pen import mails_waiting
from friedensplatz.concerns.overseeing import claims_for, reminders_of
from friedensplatz.concerns.queries import unanswered_words_for
from friedensplatz.core.attention import Task, needs_attention


@needs_attention(gettext_lazy("E-mails"))
def mails(user: User) -> Iterator[Task]:
    if user.has_perm("concerns.sort_mail") and (number := mails_waiting()):
        title = ngettext("%d e-mail waits", "%d e-mails wait", number) % number
        yield Task(title, _("Where does it belong?"), reverse("desk_post"), count=number)


@needs_attention(gettext_lazy("To be looked at again"))
def reminders(user: User) -> Iterator[Task]:
    for reminder in reminders_of(user, timezone.localdate()):
        address = reverse("desk_case", args=[reminder.concern.reference])
        yield Task(reminder.concern.title, reminder.note, address, due=reminder.day)


@needs_attention(gettext_lazy("Names asked for"))
def names_asked_for(user: User) -> Iterator[Task]:
    for disclosure in disclosures_to_decide(user):
        yield Task(str(disclosure.asked_by), _("It takes your yes."), reverse("desk_disclosures"))


@needs_attention(gettext_lazy("Days of the law"))
def claims(user: User) -> Iterator[Task]:
    for claim in claims_for(user, timezone.localdate()):
        address = reverse("desk_case", args=[claim.concern.reference])
        yield Task(claim.concern.reference, _("Claims must be made by then. Nothing stops it."), address, due=claim.due)


@needs_attention(gettext_lazy("People have written back"))
def words(user: User) -> Iterator[Task]:
    """By number, whether a mail told of it or not."""
    for concern in unanswered_words_for(user).iterator():
        address = reverse("desk_case", args=[concern.reference])
        yield Task(concern.reference, _("The person wrote last."), address, due=concern.answer_due)
