# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.conf import settings

from friedensplatz.core.jobs import job
from friedensplatz.notices.actions import forget_mails
from friedensplatz.notices.delivery import deliver_due_mails


@job(every=dt.timedelta(seconds=3))
def deliver(now: dt.datetime) -> int:
    """Send the mails that are due."""
    return deliver_due_mails(now)


@job(every=dt.timedelta(hours=6))
def forget(now: dt.datetime) -> int:
    """Delete sent mails after the days the city keeps them (FRIEDENSPLATZ_MAIL_KEPT_DAYS)."""
    return forget_mails(now - dt.timedelta(days=settings.MAIL_KEPT_DAYS))
