# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happens to concerns by itself."""

import datetime as dt
import logging
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from friedensplatz.activity.actions import record
from friedensplatz.concerns import drafts, files, finding, guessing, retaining, suggesting, teaching, watching
from friedensplatz.concerns.erasing import Held
from friedensplatz.concerns.mail.fetching import fetch_mails, mailbox_of
from friedensplatz.concerns.mail.joining import settle
from friedensplatz.concerns.mail.receiving import take_mail
from friedensplatz.concerns.mail.sorting import sort_mail
from friedensplatz.concerns.models import Attachment, Attempt, Concern, Deadline, Draft, Incoming, Referral
from friedensplatz.concerns.moving import ChangedMeanwhile
from friedensplatz.concerns.overseeing import claims_to_remind, concerns_to_escalate, escalate_by_itself
from friedensplatz.concerns.queries import deadlines_missed, statements_missed
from friedensplatz.core import vault
from friedensplatz.core.faults import place_of
from friedensplatz.core.jobs import job

log = logging.getLogger(__name__)

ORPHAN_AGE = dt.timedelta(days=1)
ASIDE_DAYS = dt.timedelta(days=90)
MAIL_BATCH = 20
LONGEST_SORTING = dt.timedelta(minutes=5)


@job(every=dt.timedelta(hours=1))
def remind_of_late_concerns(now: dt.datetime) -> int:
    """Tell the leads once of each promise that was broken."""
    return _remind(deadlines_missed(timezone.localdate(now)), now, "became_late", rule="rule")


@job(every=dt.timedelta(hours=1))
def remind_of_legal_days(now: dt.datetime) -> int:
    """Tell of each day by which claims must be made, on the days before it that the city has laid down."""
    return _remind(claims_to_remind(timezone.localdate(now)), now, "claim_near")


@job(every=dt.timedelta(hours=1))
def remind_of_late_statements(now: dt.datetime) -> int:
    """Tell once of each statement that has not come by its day: the office asked, and who waits for it."""
    return _remind(statements_missed(timezone.localdate(now)), now, "statement_late", to="office_id")


def _remind(rows: Iterable[Deadline | Referral], now: dt.datetime, verb: str, **told: str) -> int:
    """Record of each row once that its time has come; `told` are details and the fields they stand in."""
    reminded = 0
    for row in rows:
        with transaction.atomic():
            if type(row)._base_manager.filter(pk=row.pk, reminded_at=row.reminded_at).update(reminded_at=now):
                record(row.concern, verb, **{name: getattr(row, field) for name, field in told.items()})
                reminded += 1
    return reminded


@job(every=dt.timedelta(hours=1))
def escalate_late_concerns(now: dt.datetime) -> int:
    """Ask the leads to see to what is late for too long."""
    return sum(escalate_by_itself(concern) for concern in concerns_to_escalate(timezone.localdate(now)))


@job(every=dt.timedelta(hours=1))
def index_words(now: dt.datetime) -> int:
    """Make concerns findable at the desk that came from a file or an older version."""
    bare = finding.without_keywords(most=2_000)
    for concern in bare:
        finding.index_concern(concern)
    return len(bare)


@job(every=dt.timedelta(hours=1))
def forget_watches(now: dt.datetime) -> int:
    """Forget who had a concern open."""
    return watching.forget_watches(now)


@job(every=dt.timedelta(hours=1))
def forget_drafts(now: dt.datetime) -> int:
    """Delete drafts nobody has touched for two days, with their files, and the tokens of forms that were sent."""
    old = now - drafts.LIFETIME
    files.drop(list(Attachment.objects.filter(draft__touched_at__lt=old)))
    forgotten, _by_model = Draft.objects.filter(touched_at__lt=old).delete()
    Concern.objects.filter(received_at__lt=old).exclude(form_token=None).update(form_token=None)
    return forgotten


@job(every=dt.timedelta(hours=1))
def forget_receipts(now: dt.datetime) -> int:
    """Empty receipts nobody said they have kept."""
    return Draft.objects.filter(sent_at__lt=now - drafts.RECEIPT_LIFETIME).exclude(sealed=b"").update(sealed=b"")


@job(every=dt.timedelta(hours=1))
def forget_attempts(now: dt.datetime) -> int:
    forgotten, _by_model = Attempt.objects.filter(last_at__lt=now - guessing.LIFETIME).delete()
    return forgotten


@job(every=dt.timedelta(hours=6))
def end_of_retention(now: dt.datetime) -> int:
    """Offer to the archive, or remove, what its class says."""
    due = list(islice(retaining.concerns_whose_time_is_over(timezone.localdate(now)), retaining.AT_ONCE))
    for concern, rule in due:
        with suppress(Held):
            retaining.do_what_is_due(concern, rule)
    return len(due)


@job(every=dt.timedelta(days=1))
def remove_orphaned_files(now: dt.datetime) -> int:
    """Remove sealed files no row names: what a crash between writing a file and its row has left."""
    if not default_storage.exists(vault.FOLDER):
        return 0
    removed = 0
    for shelf in default_storage.listdir(vault.FOLDER)[0]:
        tokens = default_storage.listdir(f"{vault.FOLDER}/{shelf}")[1]
        named = set(Attachment.objects.filter(original__in=tokens).values_list("original", flat=True))
        named |= set(Attachment.objects.filter(copy__in=tokens).values_list("copy", flat=True))
        named |= set(Incoming.objects.filter(original__in=tokens).values_list("original", flat=True))
        for token in set(tokens) - named:
            if default_storage.get_modified_time(vault.place_of(token)) < now - ORPHAN_AGE:
                vault.drop_file(token)
                removed += 1
    return removed


@job(every=dt.timedelta(minutes=1))
def fetch_mail(now: dt.datetime) -> int:
    """Take new mail out of the mailbox, where the city has named one."""
    if not settings.IMAP_URL:
        return 0
    return fetch_mails(mailbox_of(settings.IMAP_URL), settings.IMAP_TAKEN_FOLDER, take_mail)


@job(every=dt.timedelta(seconds=5))
def sort_mails(now: dt.datetime) -> int:
    """Add mail that arrived to its concern or let it wait; one that cannot be sorted stops no other."""
    arrived = Incoming.objects.filter(state=Incoming.State.TAKEN).order_by("pk")
    killed_a_worker = arrived.filter(sorted_at__lt=now - LONGEST_SORTING)
    killed_a_worker.update(state=Incoming.State.WAITING, reason=Incoming.Reason.FAULT, sorted_at=now)
    begun = 0
    with override(settings.LANGUAGE_CODE):
        for incoming in list(arrived.filter(sorted_at=None)[:MAIL_BATCH]):
            if arrived.filter(pk=incoming.pk, sorted_at=None).update(sorted_at=timezone.now()):
                _sort_carefully(incoming)
                begun += 1
    return begun


def _sort_carefully(incoming: Incoming) -> None:
    try:
        sort_mail(incoming)
    except ChangedMeanwhile:  # the next run looks at it again
        Incoming.objects.filter(pk=incoming.pk, state=Incoming.State.TAKEN).update(sorted_at=None)
    except Exception as error:
        log.error("Mail %s could not be sorted: %s", incoming.pk, place_of(error))
        settle(incoming, Incoming.State.WAITING, reason=Incoming.Reason.FAULT)


@job(every=dt.timedelta(days=1))
def forget_mails_put_aside(now: dt.datetime) -> int:
    """Delete what was put aside long ago, with its originals."""
    forgotten = 0
    for incoming in Incoming.objects.filter(state=Incoming.State.IGNORED, sorted_at__lt=now - ASIDE_DAYS):
        if Incoming.objects.filter(pk=incoming.pk, state=Incoming.State.IGNORED).delete()[0]:
            vault.drop_file(incoming.original)
            forgotten += 1
    return forgotten


@job(every=dt.timedelta(hours=1))
def learn_routing(now: dt.datetime) -> str:
    """Learn anew which words belong to which office, when there is something new."""
    learnt = teaching.learn_routing()
    return f"{learnt.figures['examples']} examples" if learnt else ""


@job(every=dt.timedelta(seconds=5))
def suggest_offices(now: dt.datetime) -> int:
    """Suggest offices for concerns that have arrived; pass on what is sure if the city chose so."""
    model = teaching.current_model()
    if model is None:
        return 0
    found = suggesting.concerns_to_suggest_for()
    for concern in found:
        suggesting.suggest_offices(concern, *model)
    return len(found)


@job(every=dt.timedelta(hours=1))
def measure_suggestions(now: dt.datetime) -> int:
    """Note how far suggestions were right, for concerns an office has begun to work on."""
    known = list(suggesting.unmeasured())
    for suggestion in known:
        suggesting.measure(suggestion)
    return len(known)
