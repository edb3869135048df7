# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the search does by itself: it mends its index and forgets rare misses."""

import datetime as dt

from friedensplatz.core.jobs import job
from friedensplatz.search.actions import forget_rare_misses, rebuild_index
from friedensplatz.search.state import is_outdated


@job(every=dt.timedelta(minutes=5))
def keep_index(now: dt.datetime) -> str:
    """Rebuild the index when it is missing, was made by another analysis, or its words have changed."""
    return f"{rebuild_index()} things indexed" if is_outdated() else ""


@job(every=dt.timedelta(days=1))
def forget_misses(now: dt.datetime) -> int:
    """Forget words that found nothing and that hardly anybody asked for."""
    return forget_rare_misses(now.date())
