# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Is the house ready? Each part in one word and one number, nothing that helps an attacker."""

import datetime as dt
import shutil
from dataclasses import dataclass

from django.conf import settings
from django.db import Error, transaction
from django.utils import timezone

from friedensplatz.core.jobs import AHEAD
from friedensplatz.core.models import JobRun, Worker

SILENCE = dt.timedelta(seconds=45)
LATE = dt.timedelta(minutes=15)
PROBE = "health"
ROOM = 500  # megabytes that have to be free


@dataclass(frozen=True)
class Part:
    """The state of one part; `number` is seconds for the worker and megabytes for the disk."""

    state: str
    number: int | None = None

    @property
    def is_well(self) -> bool:
        return self.state == "ok"


def parts_of_the_house() -> dict[str, Part]:
    """web, database, worker and disk; `ok` or what is wrong."""
    database = _database()
    worker = _worker() if database.is_well else Part("unknown")
    return {"web": Part("ok"), "database": database, "worker": worker, "disk": _disk()}


def _database() -> Part:
    """Write a row, read it back, and leave nothing behind."""
    try:
        with transaction.atomic():
            Worker.objects.create(token=PROBE)
            found = Worker.objects.filter(token=PROBE).exists()
            transaction.set_rollback(True)
    except Error:
        return Part("fails")
    return Part("ok" if found else "fails")


def _worker() -> Part:
    """Alive, and not behind with its jobs."""
    now = timezone.now()
    seen = Worker.objects.filter(seen_at__lte=now + AHEAD)  # not by a clock that has been set back since
    newest = seen.order_by("-seen_at").values_list("seen_at", flat=True).first()
    if newest is None:
        return Part("missing")
    silent = now - newest
    late = JobRun.objects.filter(due_at__lt=now - LATE).exists()
    return Part("silent" if silent > SILENCE else "late" if late else "ok", int(silent.total_seconds()))


def _disk() -> Part:
    free = shutil.disk_usage(settings.DATA).free // 2**20
    return Part("ok" if free >= ROOM else "full", free)
