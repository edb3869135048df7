# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the website does by itself."""

import datetime as dt

from django.utils import timezone

from friedensplatz.core.jobs import job
from friedensplatz.website.statements.actions import remind_of_review
from friedensplatz.website.statements.conformance import review_due, the_statement


@job(every=dt.timedelta(days=1))
def remind_of_statement(now: dt.datetime) -> int:
    """Remind of the accessibility statement once when it is a year old."""
    statement = the_statement()
    due = review_due(statement)
    return int(due is not None and due <= timezone.localdate(now) and remind_of_review(statement))
