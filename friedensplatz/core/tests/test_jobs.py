# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.core.management import call_command
from django.utils import timezone

from friedensplatz.core import jobs
from friedensplatz.core.models import JobRun, Worker

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def done(monkeypatch):
    """Two jobs of our own: one counts, one fails with a text no log may show."""
    monkeypatch.setattr(jobs, "registry", {})
    monkeypatch.setattr(jobs, "autodiscover_modules", lambda name: None)
    done = []

    @jobs.job(every=MINUTE)
    def count(now):
        done.append(now)
        return len(done)

    @jobs.job(every=MINUTE)
    def fail(now):
        raise ValueError("my neighbour Erika")

    return done


def row(name):
    return JobRun.objects.get(name__endswith=name)


def test_a_due_job_runs_once_and_is_due_again_later(done):
    worker = jobs.enrol()
    assert jobs.run_due_jobs(worker) == 2
    assert jobs.run_due_jobs(worker) == 0
    run = row("count")
    assert (run.result, run.error, run.claimed_by) == ("1", "", "")
    assert run.due_at == run.last_started + MINUTE


def test_a_fault_is_kept_without_its_text_when_a_job_fails(done, caplog):
    jobs.run_due_jobs(jobs.enrol())
    assert row("fail").error.startswith("ValueError at core/tests/test_jobs.py:")
    assert "Erika" not in caplog.text


def test_a_job_is_left_alone_when_another_worker_holds_it(done):
    worker = jobs.enrol()
    JobRun.objects.update(claimed_by="other", claimed_until=timezone.now() + MINUTE)
    assert jobs.run_due_jobs(worker) == 0


def test_a_job_runs_again_when_its_worker_was_killed(done):
    worker = jobs.enrol()
    JobRun.objects.update(claimed_by="killed", claimed_until=timezone.now() - MINUTE)
    assert jobs.run_due_jobs(worker) == 2
    assert len(done) == 1


def test_a_late_end_changes_nothing_when_the_claim_was_lost(done):
    worker = jobs.enrol()

    @jobs.job(every=MINUTE)
    def lose(now):
        JobRun.objects.filter(name__endswith="lose").update(claimed_by="other", claimed_until=now + MINUTE)
        return "mine"

    jobs.enrol()
    jobs.run_due_jobs(worker)
    assert (row("lose").result, row("lose").claimed_by) == ("", "other")


def test_signs_of_life_keep_a_claim(done):
    worker = jobs.enrol()
    soon = timezone.now() + dt.timedelta(seconds=1)
    JobRun.objects.filter(name__endswith="count").update(claimed_by=worker, claimed_until=soon)
    jobs.show_life(worker)
    assert row("count").claimed_until > soon + dt.timedelta(seconds=30)


def test_a_worker_gives_back_its_claims_when_it_leaves(done):
    worker = jobs.enrol()
    JobRun.objects.update(claimed_by=worker, claimed_until=timezone.now() + MINUTE)
    jobs.leave(worker)
    assert JobRun.objects.exclude(claimed_by="").count() == 0
    assert Worker.objects.count() == 0


def test_work_once_does_what_is_due(done, capsys):
    call_command("work", "--once")
    assert "2 jobs done" in capsys.readouterr().out
    assert Worker.objects.count() == 0


def test_what_somebody_waits_for_has_its_turn_between_long_jobs(done):
    order = []

    @jobs.job(every=MINUTE / 20)
    def send(now):
        order.append("send")

    def last_long(now):
        order.append("long")
        JobRun.objects.filter(name__endswith="send").update(due_at=now)

    def first_long(now):
        last_long(now)

    jobs.job(every=MINUTE)(first_long)
    jobs.job(every=MINUTE)(last_long)
    jobs.run_due_jobs(jobs.enrol())
    assert order == ["send", "long", "send", "long"]
