# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be done with a concern. Each deed is one transaction with its line in the history."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns import codes, promises
from friedensplatz.concerns.calling import ask_for_call
from friedensplatz.concerns.claims import claim_day
from friedensplatz.concerns.consents import record_told
from friedensplatz.concerns.drafts import Content, Receipt, form_token, mark_sent
from friedensplatz.concerns.entries import write_entry
from friedensplatz.concerns.files import neutral_name, shown_name
from friedensplatz.concerns.keeping import owner_key, seal_concern, tie_of
from friedensplatz.concerns.models import (
    Attachment,
    Channel,
    Concern,
    Deadline,
    Draft,
    Entry,
    Keeping,
    Protection,
    Reporter,
    Rule,
    new_party,
)
from friedensplatz.concerns.moving import ChangedMeanwhile, make_move
from friedensplatz.concerns.profiles import take_down_all_of
from friedensplatz.concerns.queries import answering_office, opening_of
from friedensplatz.concerns.suggesting import forget_suggestion
from friedensplatz.concerns.tallies import count_concern
from friedensplatz.concerns.words import subject_of
from friedensplatz.concerns.workflow import Outcome, WaitingFor
from friedensplatz.core.caching import content_changed
from friedensplatz.directory.actions import teach
from friedensplatz.directory.models import District, Duty, Office

REFERENCE_TRIES = 3


class AlreadyReceived(Exception):
    """This form has become a concern before."""


def receive_concern(
    text: str,
    *,
    office: Office,
    kind: str,
    protection: str,
    language: str,
    reporter: Reporter | None = None,
    duty: Duty | None = None,
    district: District | None = None,
    place_note: str = "",
    particulars: dict[str, Any] | None = None,
    channel: str = Channel.WEB,
    token: str | None = None,
    received_at: dt.datetime | None = None,
    by: User | None = None,
) -> tuple[Concern, str]:
    """Take a concern in; returns it with its receipt code, which is stored nowhere.

    `reporter` is None exactly when the person stays anonymous; `particulars` are the answers to the questions of its
    kind. The promises count from `received_at`, which is now unless it is told. A second concern with the same `token`
    raises AlreadyReceived, also when both arrive at once.
    """
    arrived, code = received_at or timezone.now(), codes.new_code()
    day = timezone.localdate(arrived)
    concern = Concern(
        code_digest=codes.digest(code),
        form_token=token,
        kind=kind,
        protection=protection,
        channel=channel,
        office=office,
        duty=duty,
        district=district,
        is_anonymous=reporter is None,
        language=language,
        received_at=arrived,
        answer_due=promises.answer_due(day, kind),
    )
    concern.tell(subject=subject_of(text), place=place_note, particulars=particulars or {})
    with transaction.atomic():
        _insert(concern)
        if reporter:
            new_party(concern, reporter).save()
        Deadline.objects.bulk_create(promises.new_deadlines(concern, day))
        write_entry(concern, Entry.Kind.OPENING, text)
        record(concern, "received", actor=by)
        record_told(concern)
        count_concern(concern)
    return concern, code


def _insert(concern: Concern) -> None:
    """Give the concern a free reference; two forms with one token, or a reference drawn twice, meet here."""
    for _try in range(REFERENCE_TRIES):
        concern.reference = codes.new_reference()
        try:
            with transaction.atomic():
                return concern.save(force_insert=True)
        except IntegrityError:
            if concern.form_token and Concern.objects.filter(form_token=concern.form_token).exists():
                raise AlreadyReceived from None
    raise RuntimeError("no free reference found")


@transaction.atomic
def hand_in_draft(draft: Draft, token: str, content: Content, *, by: User | None = None) -> Receipt:
    """Turn a draft into a concern; raises AlreadyReceived when it has been one before."""
    concern, code = receive_concern(
        content.text,
        office=answering_office(content),
        kind=content.kind,
        protection=content.protection,
        language=content.language,
        reporter=None if content.anonymous else content.reporter,
        duty=Duty.objects.filter(pk=content.duty).first() if content.duty else None,
        district=District.objects.filter(pk=content.district).first() if content.district else None,
        place_note=content.place_note,
        particulars=content.particulars,
        channel=content.channel,
        received_at=content.received_at,
        token=form_token(token),
        by=by,
    )
    _move_files(draft, concern, content)
    claim = claim_day(content.particulars)
    receipt = Receipt(concern.reference, code, concern.answer_due.isoformat(), claim.isoformat() if claim else "")
    mark_sent(draft, token, receipt)
    return receipt


def _move_files(draft: Draft, concern: Concern, content: Content) -> None:
    """Files go from the draft to the opening entry; of anonymous and encrypted concerns with a number for a name."""
    files = list(draft.attachments.all()) if content.file_names else []
    if not files:
        return
    opening = concern.entries.get(kind=Entry.Kind.OPENING)
    for number, file in enumerate(files, start=1):
        given = content.file_names.get(str(file.pk), "")
        hidden = concern.is_anonymous or concern.is_encrypted
        file.name = neutral_name(number, file.type) if hidden else shown_name(given, file.type)
        file.entry, file.draft = opening, None
    Attachment.objects.bulk_update(files, ["name", "entry", "draft"])


# --- The office ------------------------------------------------------------------------------------------------------


@transaction.atomic
def assign_concern(concern: Concern, assignee: User, *, by: User) -> None:
    make_move(concern, "assign", by=by, assignee=assignee, details={"assignee": assignee.pk})


@transaction.atomic
def take_concern(concern: Concern, *, by: User) -> None:
    """Take a concern into one's own hands and begin."""
    make_move(concern, "take", by=by, assignee=by)


@transaction.atomic
def pass_on_concern(concern: Concern, office: Office, *, reason: str, by: User, duty: Duty | None = None) -> None:
    """Give a concern to the office that answers for it; the front door learns from the duty named."""
    former = concern.office
    write_entry(concern, Entry.Kind.REASON, reason, by=by, inside=True)
    details = {"from": former.pk, "to": office.pk}
    make_move(concern, "pass_on", by=by, office=office, duty=duty, assignee=None, reason=reason, details=details)
    if duty and not concern.is_encrypted:
        teach(duty, opening_of(concern), concern.language)


@transaction.atomic
def note_concern(concern: Concern, text: str, *, by: User) -> None:
    """Write down something for the office; the state stays."""
    write_entry(concern, Entry.Kind.NOTE, text, by=by, inside=True)
    record(concern, "noted", actor=by)


@transaction.atomic
def send_interim(concern: Concern, text: str, *, by: User) -> None:
    """Tell the person how things stand."""
    _tell(concern, "inform", Entry.Kind.INTERIM, text, by)


@transaction.atomic
def ask_person(concern: Concern, text: str, *, by: User) -> None:
    """Ask the person something; the clock of the answer stands still until they write back."""
    _tell(concern, "ask", Entry.Kind.QUESTION, text, by)


@transaction.atomic
def await_others(concern: Concern, waiting_for: WaitingFor, reason: str, *, by: User) -> None:
    """Wait for somebody who is not the person; the clock of the answer goes on."""
    make_move(concern, "wait", by=by, waiting_for=waiting_for, reason=reason, details={"for": str(waiting_for)})
    write_entry(concern, Entry.Kind.REASON, reason, by=by, inside=True)


@transaction.atomic
def go_on_concern(concern: Concern, *, by: User) -> None:
    """What it waited for has come."""
    make_move(concern, "go_on", by=by)


@transaction.atomic
def answer_concern(concern: Concern, text: str, *, by: User) -> None:
    _tell(concern, "answer", Entry.Kind.ANSWER, text, by)


@transaction.atomic
def dismiss_concern(concern: Concern, outcome: Outcome, text: str, *, by: User) -> None:
    """Close without an answer in the matter; the person is told why."""
    _tell(concern, "dismiss", Entry.Kind.DECISION, text, by, outcome=outcome)


def _tell(concern: Concern, move: str, kind: Entry.Kind, text: str, by: User, **given: Any) -> None:
    """Write to the person; who writes first becomes the one who looks after the concern."""
    assignee = concern.assignee or by
    make_move(concern, move, by=by, text=text, assignee=assignee, **given)
    write_entry(concern, kind, text, by=by)
    ask_for_call(concern)


@transaction.atomic
def close_concern(concern: Concern, outcome: Outcome, *, by: User) -> None:
    """Put an answered concern away."""
    make_move(concern, "close", by=by, outcome=outcome, details={"outcome": str(outcome)})


@transaction.atomic
def resume_concern(concern: Concern, reason: str, *, by: User) -> None:
    """The office takes a concern up again by itself."""
    make_move(concern, "resume", by=by, reason=reason)
    write_entry(concern, Entry.Kind.REASON, reason, by=by, inside=True)


# --- The person ------------------------------------------------------------------------------------------------------


@transaction.atomic
def write_back(concern: Concern, text: str, *, files: Sequence[Attachment] = ()) -> None:
    make_move(concern, "write_back", text=text)
    _write_message(concern, text, files)


@transaction.atomic
def reopen_concern(concern: Concern, text: str, *, files: Sequence[Attachment] = ()) -> None:
    """The person says it is not done; the promise of an answer begins anew."""
    make_move(concern, "reopen", text=text)
    _write_message(concern, text, files)


@transaction.atomic
def withdraw_concern(concern: Concern) -> None:
    """The person takes their concern back, and out of the public; what was written stays for the record."""
    make_move(concern, "withdraw", outcome=Outcome.WITHDRAWN)
    take_down_all_of(concern)


@transaction.atomic
def change_protection(concern: Concern, protection: Protection) -> None:
    """The person protects their concern more, or less; what is stored follows at once.

    Call it for the person only: nobody else lowers a protection. Raises ChangedMeanwhile.
    """
    former, entries = concern.protection, list(concern.entries.select_for_update())
    told = {"subject": concern.title, "place": concern.place, "particulars": concern.particulars}
    words = {entry.pk: entry.words for entry in entries}
    newest = Concern.objects.select_for_update().filter(pk=concern.pk, version=concern.version)
    if not newest.exists():
        raise ChangedMeanwhile
    concern.protection, concern.version = protection, concern.version + 1
    concern.tell(**told)
    concern.save(update_fields=["protection", "version", "subject", "place_note", "sealed"])
    concern.keywords.all().delete()  # Made anew where it is not encrypted.
    for entry in entries:
        entry.concern = concern
        entry.write(words[entry.pk])
    Entry.objects.bulk_update(entries, ["text", "sealed"])
    forget_suggestion(concern)
    record(concern, "protection_changed", former=former, now=str(protection))


@transaction.atomic
def change_rule(rule: Rule, *, also: Iterable[Office], by: User) -> None:
    """What the city promises from now on; clocks that run are not touched."""
    rule.save()
    rule.also.set(also)
    record(rule, "changed", actor=by, acknowledge=rule.acknowledge_days, answer=rule.answer_days)
    transaction.on_commit(content_changed)


def record_reading(concern: Concern, by: User) -> None:
    """Who looked into what is encrypted stands in its history."""
    if concern.is_encrypted:
        record(concern, "read", actor=by)


def _write_message(concern: Concern, text: str, files: Sequence[Attachment]) -> None:
    entry = write_entry(concern, Entry.Kind.MESSAGE, text)
    for number, file in enumerate(files, start=1):
        file.entry, file.name = entry, neutral_name(number, file.type)
    Attachment.objects.bulk_create(files)


# --- The person's account: no history, so that no desk and no statistics can tell of it ------------------------------


def keep_concern(concern: Concern, user: User) -> None:
    """Tie a concern to an account; a second time changes nothing."""
    row = {"owner_key": owner_key(user), "sealed": seal_concern(user, concern)}
    Keeping.objects.get_or_create(tie=tie_of(user, concern), defaults=row)


def release_concern(concern: Concern, user: User) -> None:
    Keeping.objects.filter(tie=tie_of(user, concern)).delete()


def release_all_concerns(user: User) -> None:
    """Cut every tie of an account that is about to end. The concerns stay, with reference and code."""
    Keeping.objects.filter(owner_key=owner_key(user)).delete()
