# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from friedensplatz.core.jobs import job
from friedensplatz.directory.actions import train_router
from friedensplatz.directory.queries import has_learnt_everything


@job(every=dt.timedelta(seconds=5))
def learn(now: dt.datetime) -> str:
    """Train the router again when editors changed words or the desk corrected it."""
    if has_learnt_everything():
        return ""
    router = train_router()
    return f"{router.figures['examples']} examples" if router else ""
