# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the house does by itself.

A component declares its jobs in `jobs.py`; the rows of `JobRun` are the queue. A worker claims a due row by a
conditional UPDATE for a short time and keeps renewing the claim while it works, so several workers never do the same
job at once, and a worker that was killed leaves nothing behind but a claim that runs out. A job may therefore start
twice and must cope with that: it claims the rows it works on itself.
"""

import datetime as dt
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, Q
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from friedensplatz.core.faults import place_of
from friedensplatz.core.models import JobRun, Worker

log = logging.getLogger(__name__)

CLAIM = dt.timedelta(seconds=45)
# Clocks of several machines differ by less. A moment that lies further ahead was written while a clock was wrong.
AHEAD = dt.timedelta(minutes=5)
FORGET_WORKERS = dt.timedelta(days=1)
PROMPT = dt.timedelta(minutes=1)
"""Somebody waits for what is due more often than this: a mail with a code, a file that is read in."""

Work = Callable[[dt.datetime], int | str]


@dataclass(frozen=True)
class Job:
    """A piece of work and how long after its last start it is due again."""

    name: str
    every: dt.timedelta
    work: Work


registry: dict[str, Job] = {}


def job(*, every: dt.timedelta) -> Callable[[Work], Work]:
    """Declare a function of `jobs.py` as a job.

    It gets the time of its start and returns what it did: a number of things or a short text without personal data.
    """

    def declare(work: Work) -> Work:
        component = work.__module__.removeprefix("friedensplatz.").removesuffix(".jobs")
        name = f"{component}.{work.__name__}"
        registry[name] = Job(name, every, work)
        return work

    return declare


def all_jobs() -> dict[str, Job]:
    """Every job any component declares, by name."""
    autodiscover_modules("jobs")
    return registry


def enrol() -> str:
    """Write down a new worker and the jobs it knows; return the worker's token."""
    known = set(JobRun.objects.values_list("name", flat=True))
    missing = [JobRun(name=name) for name in all_jobs() if name not in known]
    JobRun.objects.bulk_create(missing, ignore_conflicts=True)
    Worker.objects.filter(seen_at__lt=timezone.now() - FORGET_WORKERS).delete()
    return Worker.objects.create(token=uuid.uuid4().hex).token


def leave(worker: str) -> None:
    """Strike out a worker that ends in good order, and give back what it still holds."""
    JobRun.objects.filter(claimed_by=worker).update(claimed_by="", claimed_until=None)
    Worker.objects.filter(token=worker).delete()


def show_life(worker: str) -> None:
    """Say that a worker is alive and keep what it has claimed."""
    now = timezone.now()
    Worker.objects.filter(token=worker).update(seen_at=now)
    JobRun.objects.filter(claimed_by=worker).update(claimed_until=now + CLAIM)


def run_due_jobs(worker: str, *, stopping: Callable[[], bool] = lambda: False) -> int:
    """Run every job that is due and not claimed by another worker; return how many ran.

    Before each of those that may take long, the prompt ones that have become due meanwhile have their turn.
    """
    ran = 0
    for job in _due_jobs():
        prompt = [other for other in _due_jobs() if other.every < PROMPT]
        for one in prompt if job in prompt else [*prompt, job]:
            if stopping():
                return ran
            ran += _run(one, worker)
    return ran


def _due_jobs() -> list[Job]:
    """What is due and free, the longest due first."""
    due = JobRun.objects.filter(_to_do(timezone.now()), name__in=registry)
    return [registry[name] for name in due.order_by("due_at").values_list("name", flat=True)]


def _run(job: Job, worker: str) -> bool:
    """Claim and run one job; False when another worker was faster."""
    now = timezone.now()
    row = JobRun.objects.filter(name=job.name)
    claimed = row.filter(_to_do(now)).update(claimed_by=worker, claimed_until=now + CLAIM, last_started=now)
    if not claimed:
        return False
    result, error = _work(job, now)
    row.filter(claimed_by=worker).update(
        claimed_by="",
        claimed_until=None,
        due_at=now + job.every,
        last_ended=timezone.now(),
        result=result or F("result"),
        error=error,
    )
    return True


def _to_do(now: dt.datetime) -> Q:
    """Due and claimed by nobody; also what was put off or claimed by a clock that has been set back since."""
    free = Q(claimed_until=None) | Q(claimed_until__lt=now) | Q(claimed_until__gt=now + CLAIM + AHEAD)
    return free & (Q(due_at__lte=now) | Q(last_started__gt=now + AHEAD))


def _work(job: Job, now: dt.datetime) -> tuple[str, str]:
    """What a job did, and its fault if it had one. A fault never stops the worker."""
    try:
        return str(job.work(now))[:200], ""
    except Exception as error:
        fault = place_of(error)
        log.error("Job %s failed: %s", job.name, fault)
        return "", fault
