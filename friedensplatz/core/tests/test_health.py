# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from friedensplatz.core import jobs
from friedensplatz.core.models import JobRun, Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return Worker.objects.get(token=jobs.enrol())


def test_the_house_is_ready_when_every_part_is_well(client, worker):
    answer = client.get("/health")
    assert answer.status_code == 200
    parts = answer.json()
    assert parts.pop("ready") is True
    assert {name: part["state"] for name, part in parts.items()} == dict.fromkeys(
        ("web", "database", "worker", "disk"), "ok"
    )
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert list(Worker.objects.all()) == [worker]


def test_it_is_not_ready_without_a_worker(client):
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["worker"]) == (503, {"state": "missing", "number": None})


def test_it_is_not_ready_when_the_worker_is_silent(client, worker):
    Worker.objects.update(seen_at=timezone.now() - dt.timedelta(seconds=90))
    assert client.get("/health").json()["worker"] == {"state": "silent", "number": 90}


def test_it_is_not_ready_when_a_worker_was_seen_in_the_future_only(client, worker):
    Worker.objects.update(seen_at=timezone.now() + dt.timedelta(days=1))
    assert client.get("/health").json()["worker"]["state"] == "missing"


def test_it_is_not_ready_when_jobs_are_late(client, worker):
    JobRun.objects.update(due_at=timezone.now() - dt.timedelta(hours=1))
    assert client.get("/health").json()["worker"]["state"] == "late"


def test_it_is_not_ready_when_the_disk_is_full(client, worker, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 400 * 2**20}))
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["disk"]) == (503, {"state": "full", "number": 400})


def test_it_is_not_ready_when_the_database_cannot_be_written(client, worker):
    if connection.vendor == "sqlite":
        statements = ("PRAGMA query_only = ON", "PRAGMA query_only = OFF")
    else:
        statements = ("SET TRANSACTION READ ONLY", "SELECT 1")
    with connection.cursor() as cursor:
        cursor.execute(statements[0])
        answer = client.get("/health")
        cursor.execute(statements[1])
    assert (answer.status_code, answer.json()["database"]["state"]) == (503, "fails")
    assert answer.json()["worker"]["state"] == "unknown"
