# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is left when a worker is killed in the middle of its conversation with the mail server."""

import pytest

from tests.mail_server import MailServer
from tests.real_house import migrated_house

QUEUE = """
from friedensplatz.notices.actions import put_into_outbox
put_into_outbox(to="alice@example.org", language="de", subject="Antwort", body="Text")
put_into_outbox(to="bob@example.org", language="de", subject="Antwort", body="Text")
"""


@pytest.fixture
def house(tmp_path):
    house = migrated_house(tmp_path, EMAIL_HOST="127.0.0.1", EMAIL_USE_TLS="0")
    house.python(QUEUE)
    return house


def test_no_mail_is_lost_or_doubled_when_the_worker_is_killed(house):
    with MailServer({"data": "hang"}) as server:
        worker = house.start("work", EMAIL_PORT=str(server.port))
        assert server.reached.wait(30)
        worker.kill()
        worker.communicate()
    assert house.rows("SELECT state FROM notices_mail ORDER BY id") == [("sending",), ("queued",)]

    for table in ("notices_mail", "core_jobrun"):
        house.rows(f"UPDATE {table} SET claimed_until = '2020-01-01' WHERE claimed_until IS NOT NULL")
    house.rows("UPDATE core_jobrun SET due_at = '2020-01-01'")
    with MailServer() as server:
        assert house.run("work", "--once", EMAIL_PORT=str(server.port))[0] == 0
    assert [b"bob@example.org" in letter for letter in server.letters] == [True]
    outcome = house.rows("SELECT state, fault FROM notices_mail ORDER BY id")
    assert outcome == [("unknown", "interrupted"), ("sent", "")]
