# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the website does by itself."""

import datetime as dt

from django.utils import timezone

from friedensplatz.core.jobs import job
from friedensplatz.website.models import PageView, Pair
from friedensplatz.website.statements.actions import remind_of_review
from friedensplatz.website.statements.conformance import review_due, the_statement

KEPT = dt.timedelta(days=760)
"""25 months: enough to lay two years beside each other."""


@job(every=dt.timedelta(days=1))
def remind_of_statement(now: dt.datetime) -> int:
    """Remind of the accessibility statement once when it is a year old."""
    statement = the_statement()
    due = review_due(statement)
    return int(due is not None and due <= timezone.localdate(now) and remind_of_review(statement))


@job(every=dt.timedelta(days=1))
def forget_counts(now: dt.datetime) -> int:
    """Delete statistics of use that are older than 25 months."""
    oldest = timezone.localdate(now) - KEPT
    views, _by_model = PageView.objects.filter(day__lt=oldest).delete()
    pairs, _by_model = Pair.objects.filter(month__lt=oldest.replace(day=1)).delete()
    return views + pairs
