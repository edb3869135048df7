# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import os

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from friedensplatz.activity.models import Activity
from friedensplatz.concerns import drafts, jobs
from friedensplatz.concerns.actions import ask_person
from friedensplatz.concerns.drafts import Content, start_draft
from friedensplatz.concerns.models import Attachment, Attempt, Concern, Deadline, Draft
from friedensplatz.core import vault

NOW = timezone.now()


def test_leads_are_reminded_once_of_a_broken_promise_and_not_while_the_person_is_asked(hand_in, bob):
    late, _ = hand_in()
    asked, _ = hand_in()
    ask_person(asked, "Und?", by=bob)
    Deadline.objects.filter(rule="answer").update(due=dt.date(2026, 1, 2))
    assert [jobs.remind_of_late_concerns(timezone.now()) for _ in range(2)] == [1, 0]
    assert Activity.objects.get(verb="became_late").thing == late


def test_old_drafts_go_with_their_files_and_forms_are_forgotten(client, office, hand_in):
    hand_in(token="form")
    token = start_draft(Content(text="Text", office=office.pk))
    upload = SimpleUploadedFile("a.txt", b"Text")
    client.post(reverse("concern_more", args=[token]), {"uploads": [upload]})
    kept = Attachment.objects.get()
    start_draft(Content(text="Neu", office=office.pk))
    old = timezone.now() - drafts.LIFETIME - dt.timedelta(minutes=1)
    Draft.objects.filter(pk=kept.draft_id).update(touched_at=old)
    Concern.objects.update(received_at=old)
    assert jobs.forget_drafts(timezone.now()) == 1
    assert (Draft.objects.count(), Attachment.objects.count()) == (1, 0)
    assert not default_storage.exists(vault.place_of(kept.copy))
    assert Concern.objects.get().form_token is None


def test_receipts_nobody_kept_are_emptied(office):
    start_draft(Content(text="Text", office=office.pk))
    Draft.objects.update(sent_at=timezone.now() - dt.timedelta(hours=1))
    assert jobs.forget_receipts(timezone.now()) == 1
    assert bytes(Draft.objects.get().sealed) == b""


def test_attempts_are_forgotten_after_a_day(db):
    Attempt.objects.create(key="a", last_at=timezone.now() - dt.timedelta(hours=25))
    Attempt.objects.create(key="b")
    assert jobs.forget_attempts(timezone.now()) == 1


def test_orphaned_files_go_after_a_day_and_named_ones_stay(client, office):
    assert jobs.remove_orphaned_files(timezone.now()) == 0
    token = start_draft(Content(text="Text", office=office.pk))
    client.post(reverse("concern_more", args=[token]), {"uploads": [SimpleUploadedFile("a.txt", b"Text")]})
    old, young = vault.keep_file(b"old"), vault.keep_file(b"young")
    named = Attachment.objects.get()
    two_days_ago = (timezone.now() - dt.timedelta(days=2)).timestamp()
    for token in (old, named.copy, named.original):
        os.utime(default_storage.path(vault.place_of(token)), (two_days_ago, two_days_ago))
    assert jobs.remove_orphaned_files(timezone.now()) == 1
    kept = [name for name in (old, young, named.copy, named.original) if default_storage.exists(vault.place_of(name))]
    assert kept == [young, named.copy, named.original]
