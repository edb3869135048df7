# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is left when a worker is killed in the middle of its conversation with the mail server."""

import os
import signal
import sqlite3
import subprocess
import sys

import pytest

from tests.mail_server import MailServer

QUEUE = """
from friedensplatz.notices.actions import put_into_outbox
put_into_outbox(to="alice@example.org", language="de", subject="Antwort", body="Text")
put_into_outbox(to="bob@example.org", language="de", subject="Antwort", body="Text")
"""


@pytest.fixture
def house(tmp_path):
    """Runs commands of the house on a database of its own."""
    environment = os.environ | {
        "FRIEDENSPLATZ_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "friedensplatz.settings",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_USE_TLS": "0",
        "DATABASE_URL": "",
    }

    def start(*words, port=1, **options):
        command = [sys.executable, "-W", "ignore", "-m", "friedensplatz", *words]
        return subprocess.Popen(command, env=environment | {"EMAIL_PORT": str(port)}, **options)

    start.database = tmp_path / "friedensplatz.sqlite3"
    return start


def rows(house, sql):
    with sqlite3.connect(house.database, timeout=20) as database:
        return database.execute(sql).fetchall()


@pytest.fixture
def two_mails(house):
    assert house("migrate", "-v0").wait(60) == 0
    assert house("shell", "-v0", "-c", QUEUE).wait(60) == 0


def test_no_mail_is_lost_or_doubled_when_the_worker_is_killed(house, two_mails):
    with MailServer({"data": "hang"}) as server:
        worker = house("work", port=server.port)
        assert server.reached.wait(30)
        worker.send_signal(signal.SIGKILL)
        worker.wait(10)
    assert rows(house, "SELECT state FROM notices_mail ORDER BY id") == [("sending",), ("queued",)]

    for table in ("notices_mail", "core_jobrun"):
        rows(house, f"UPDATE {table} SET claimed_until = '2020-01-01' WHERE claimed_until IS NOT NULL")
    rows(house, "UPDATE core_jobrun SET due_at = '2020-01-01'")
    with MailServer() as server:
        assert house("work", "--once", port=server.port, stdout=subprocess.DEVNULL).wait(60) == 0
    assert [b"bob@example.org" in letter for letter in server.letters] == [True]
    assert rows(house, "SELECT state, fault FROM notices_mail ORDER BY id") == [
        ("unknown", "interrupted"),
        ("sent", ""),
    ]
