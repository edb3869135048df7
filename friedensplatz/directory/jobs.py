# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from friedensplatz.core.jobs import job
from friedensplatz.directory.actions import train_router
from friedensplatz.directory.models import Import
from friedensplatz.directory.queries import has_learnt_everything
from friedensplatz.directory.transfer.checking import check
from friedensplatz.directory.transfer.writing import give_up, write

SECONDS_OF_READING = 10
IMPORTS_KEPT = dt.timedelta(days=7)


@job(every=dt.timedelta(seconds=5))
def learn(now: dt.datetime) -> str:
    """Train the router again when editors changed words or the desk corrected it."""
    if has_learnt_everything():
        return ""
    router = train_router()
    return f"{router.figures['examples']} examples" if router else ""


@job(every=dt.timedelta(seconds=2))
def take_in(now: dt.datetime) -> int:
    """Read the files of imports and write what was confirmed; what a fault interrupted goes on."""
    waiting = list(Import.objects.filter(state__in=[Import.State.CHECKING, Import.State.WRITING]))
    for one in waiting:
        if one.state == Import.State.CHECKING:
            check(one, seconds=SECONDS_OF_READING)
        else:
            write(one)
    return len(waiting)


@job(every=dt.timedelta(days=1))
def forget_imports(now: dt.datetime) -> int:
    """Give up imports nobody has confirmed for a week, with their files."""
    old = Import.objects.filter(at__lt=now - IMPORTS_KEPT, state__in=[Import.State.READY, Import.State.REFUSED])
    for one in old:
        give_up(one)
    return len(old)
