# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happens to concerns by itself."""

import datetime as dt

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from friedensplatz.activity.actions import record
from friedensplatz.concerns import drafts, files, guessing
from friedensplatz.concerns.models import Attachment, Attempt, Concern, Deadline, Draft
from friedensplatz.concerns.queries import deadlines_missed
from friedensplatz.core import vault
from friedensplatz.core.jobs import job

ORPHAN_AGE = dt.timedelta(days=1)


@job(every=dt.timedelta(hours=1))
def remind_of_late_concerns(now: dt.datetime) -> int:
    """Tell the leads once of each promise that was broken."""
    reminded = 0
    for deadline in deadlines_missed(timezone.localdate(now)):
        with transaction.atomic():
            if Deadline.objects.filter(pk=deadline.pk, reminded_at=None).update(reminded_at=now):
                record(deadline.concern, "became_late", rule=deadline.rule)
                reminded += 1
    return reminded


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
        for token in set(tokens) - named:
            if default_storage.get_modified_time(vault.place_of(token)) < now - ORPHAN_AGE:
                vault.drop_file(token)
                removed += 1
    return removed
