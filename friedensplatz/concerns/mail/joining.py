# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What becomes of a mail: it joins a concern, begins one, or is put aside. Each deed is one transaction."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.actions import receive_concern, reopen_concern, write_back
from friedensplatz.concerns.files import keep_bytes, neutral_name, shown_name
from friedensplatz.concerns.forms.fields import TAKEN
from friedensplatz.concerns.mail.reading import Mail
from friedensplatz.concerns.models import (
    Attachment,
    Channel,
    Concern,
    Entry,
    Incoming,
    Protection,
    Reporter,
    Visibility,
)
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.queries import reporter_of
from friedensplatz.core.uploads.refused import Refused
from friedensplatz.core.uploads.wording import sentence_of
from friedensplatz.directory.models import Duty, Office

State = Incoming.State
Kept = list[tuple[str, Attachment]]


def settle(incoming: Incoming, state: str, **changes: Any) -> None:
    """Decide about a mail, as it was looked at; raises ChangedMeanwhile when somebody else has."""
    row = Incoming.objects.filter(pk=incoming.pk, state=incoming.state)
    if not row.update(state=state, sorted_at=timezone.now(), **changes):
        raise ChangedMeanwhile
    incoming.state = state


def add_mail(incoming: Incoming, mail: Mail, concern: Concern, *, by: User | None = None) -> None:
    """Add a mail to a concern as what the person writes; one that has ended is taken up again."""
    kept, refused = _files_of(mail)
    with transaction.atomic():
        settle(incoming, State.THREADED, concern=concern, reason="")
        act = write_back if concern.is_open else reopen_concern
        act(concern, words_of(mail, concern.language), files=[attachment for _name, attachment in kept])
        incoming.joined(concern.entries.filter(kind=Entry.Kind.MESSAGE).latest("pk"))
        reporter = reporter_of(concern)
        if reporter and reporter.email.lower() != mail.sender.email:
            add_note(concern, _("This e-mail came from an address the person has not told us."))
        _note_refused(concern, refused)
        record(incoming, "added", actor=by)


def open_mail(
    incoming: Incoming,
    mail: Mail,
    *,
    office: Office,
    kind: str,
    protection: str,
    language: str,
    by: User,
    duty: Duty | None = None,
) -> Concern:
    """Begin a concern with a mail. Raises ChangedMeanwhile."""
    kept, refused = _files_of(mail)
    sender = Reporter(mail.sender.name or mail.sender.email, email=mail.sender.email, wants_mail=True)
    with transaction.atomic():
        settle(incoming, State.OPENED, reason="")
        concern, _code = receive_concern(
            words_of(mail, language, with_subject=True),
            office=office,
            duty=duty,
            kind=kind,
            protection=protection,
            language=language,
            reporter=sender if mail.sender.email else None,
            channel=Channel.MAIL,
            by=by,
        )
        opening = concern.entries.get(kind=Entry.Kind.OPENING)
        Incoming.objects.filter(pk=incoming.pk).update(concern=concern)
        incoming.joined(opening)
        _store(kept, opening, is_neutral=protection in {Protection.CONFIDENTIAL, Protection.SEALED})
        _note_refused(concern, refused)
        record(incoming, "opened", actor=by)
    return concern


@transaction.atomic
def ignore_mails(mails: Iterable[Incoming], *, by: User) -> int:
    """Put mails aside; those others have decided about meanwhile stay as they are. How many it were."""
    done = 0
    for incoming in mails:
        row = Incoming.objects.filter(pk=incoming.pk, state=State.WAITING)
        if row.update(state=State.IGNORED, sorted_at=timezone.now()):
            record(incoming, "ignored", actor=by)
            done += 1
    return done


@transaction.atomic
def return_mail(incoming: Incoming, *, by: User) -> None:
    """Take a mail that was put aside back among those that wait."""
    if Incoming.objects.filter(pk=incoming.pk, state=State.IGNORED).update(state=State.WAITING, sorted_at=None):
        record(incoming, "returned", actor=by)


def words_of(mail: Mail, language: str, *, with_subject: bool = False) -> str:
    """What a mail says; its subject in front where nothing else says what it is about."""
    with override(language):
        text = mail.text.strip() or _("An e-mail without words.")
    is_new = with_subject and mail.subject and mail.subject.lower() not in text[:300].lower()
    return f"{mail.subject}\n\n{text}" if is_new else text


def add_note(concern: Concern, text: str) -> Entry:
    """Something the house itself tells the office."""
    entry = Entry(
        concern=concern,
        kind=Entry.Kind.NOTE,
        visibility=Visibility.OFFICE,
        office=concern.office,
        language=settings.LANGUAGE_CODE,
    )
    entry.write(text)
    entry.save()
    return entry


def _files_of(mail: Mail) -> tuple[Kept, list[str]]:
    """Name and unsaved row of each file that is taken, and a sentence for each that is not."""
    kept: Kept = []
    refused: list[str] = []
    for file in mail.files:
        try:
            kept.append((file.name, keep_bytes(file.name, file.data)))
        except Refused as reason:
            refused.append(f"{file.name}: {sentence_of(reason, limit=settings.UPLOAD_LIMIT, taken=TAKEN)}")
    return kept, refused


def _store(kept: Kept, entry: Entry, *, is_neutral: bool) -> None:
    for number, (given, file) in enumerate(kept, start=1):
        file.entry = entry
        file.name = neutral_name(number, file.type) if is_neutral else shown_name(given, file.type)
    Attachment.objects.bulk_create([file for _name, file in kept])


def _note_refused(concern: Concern, refused: list[str]) -> None:
    if refused:
        lead = _("These files of the e-mail are not shown. They are kept in its sealed original.")
        add_note(concern, "\n".join([lead, *(f"– {line}" for line in refused)]))
