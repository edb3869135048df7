# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.conf import settings

from friedensplatz.core.jobs import job
from friedensplatz.weblinks.checking import gather, look_around


@job(every=dt.timedelta(hours=1))
def gather_addresses(now: dt.datetime) -> int:
    """Note which addresses of other websites are named anywhere, and forget those that are not any more."""
    return gather() if settings.CHECK_LINKS else 0


@job(every=dt.timedelta(minutes=1))
def look_at_addresses(now: dt.datetime) -> str:
    """Look whether addresses still lead somewhere: each once a week, after a failure every day."""
    return look_around(now) if settings.CHECK_LINKS else ""
