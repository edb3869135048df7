# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happens to pages by itself."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from friedensplatz.activity.actions import record
from friedensplatz.core.jobs import job
from friedensplatz.pages.archiving import forget_thrown_away
from friedensplatz.pages.copies import forget_old_copies
from friedensplatz.pages.models import Page
from friedensplatz.pages.publishing import expire, publish_planned
from friedensplatz.pages.queries import pages_to_expire, pages_to_publish, pages_to_review


@job(every=dt.timedelta(minutes=1))
def publish(now: dt.datetime) -> int:
    """Publish what was planned for a time that has come."""
    return sum(publish_planned(page) for page in pages_to_publish(now))


@job(every=dt.timedelta(minutes=1))
def withdraw(now: dt.datetime) -> int:
    """Withdraw pages whose time is over."""
    return sum(expire(page, now) for page in pages_to_expire(now))


@job(every=dt.timedelta(hours=1))
def remind_of_reviews(now: dt.datetime) -> int:
    """Remind once of each day by which somebody should have said that a page is still true."""
    reminded = 0
    for page in pages_to_review(timezone.localdate(now)):
        with transaction.atomic():
            due = Page.objects.filter(pk=page.pk, review_by=page.review_by).exclude(reminded_of=page.review_by)
            if due.update(reminded_of=page.review_by):
                record(page, "review_due")
                reminded += 1
    return reminded


@job(every=dt.timedelta(days=1))
def forget_copies(now: dt.datetime) -> int:
    """Drop what somebody began to write and never came back to for a month."""
    return forget_old_copies(now)


@job(every=dt.timedelta(days=1))
def forget_thrown_away_pages(now: dt.datetime) -> int:
    """Delete for good what was thrown away 90 days ago and never published."""
    return forget_thrown_away(now)
