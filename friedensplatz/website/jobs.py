# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the website does by itself."""

import datetime as dt

from django.utils import timezone

from friedensplatz.core.jobs import job
from friedensplatz.website.feedback.actions import forget_clicks, tell_of_feedback
from friedensplatz.website.models import Feedback, PageView, Pair
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


@job(every=dt.timedelta(days=1))
def tell_of_new_feedback(now: dt.datetime) -> int:
    """Tell editors of words about their pages, at most once a day."""
    new = Feedback.objects.filter(told_on=None, done_at=None).exclude(text="")
    offices = new.order_by("office").values_list("office", flat=True).distinct()
    return sum(tell_of_feedback(office, timezone.localdate(now)) for office in list(offices))


@job(every=dt.timedelta(days=1))
def forget_feedback(now: dt.datetime) -> int:
    """Forget what tells double clicks apart, and feedback that is older than 25 months."""
    today = timezone.localdate(now)
    forget_clicks(today)
    return Feedback.objects.filter(day__lt=today - KEPT).delete()[0]
