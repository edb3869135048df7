# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""With real processes: people hand in at once, click twice, and the server is killed while they do."""

import http.client
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from friedensplatz.concerns.tests.visiting import wait_until

PEOPLE = 8
KILLS = 50


def kill_at_once(pid):
    """Kill a server with its workers, which get no chance to say goodbye."""
    workers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    for doomed in (*map(int, workers), pid):
        os.kill(doomed, signal.SIGKILL)


def test_two_clicks_at_once_make_one_concern(serve, house):
    _server, visitor = serve()
    checks = [visitor.write() for _ in range(5)]
    with ThreadPoolExecutor(10) as hands:
        answers = list(hands.map(lambda check: visitor.ask(check, sent="1")[0], checks * 3))
    assert {answer.split("/")[-2] for answer in answers} == {"receipt"}
    assert house.rows("SELECT count(*), count(DISTINCT form_token) FROM concerns_concern") == [(5, 5)]


def test_killed_fifty_times_the_server_loses_no_acknowledged_concern_and_doubles_none(serve, house):
    acknowledged, faults, over = [], [], threading.Event()
    server, visitor = serve()

    def keep_handing_in(_number):
        while not over.is_set():
            try:
                acknowledged.append(visitor.hand_in())
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)  # Nobody told this person that anything has arrived.
            except Exception as fault:
                faults.append(fault)
                raise

    with ThreadPoolExecutor(PEOPLE) as people:
        for number in range(PEOPLE):
            people.submit(keep_handing_in, number)
        try:
            for _kill in range(KILLS):
                enough = len(acknowledged) + PEOPLE // 2
                wait_until(lambda enough=enough: len(acknowledged) >= enough or faults)
                kill_at_once(server.pid)
                server.wait(30)
                server, visitor = serve()
        finally:
            over.set()
    assert faults == []
    stored = [reference for (reference,) in house.rows("SELECT reference FROM concerns_concern")]
    assert set(acknowledged) <= set(stored)
    assert len(set(acknowledged)) == len(acknowledged) >= KILLS
    whole = "SELECT count(*) FROM concerns_concern c WHERE (SELECT count(*) FROM concerns_entry e WHERE e.concern_id = c.id) = 1"
    assert house.rows(whole) == [(len(stored),)]
    assert house.rows("SELECT count(DISTINCT form_token) FROM concerns_concern") == [(len(stored),)]
    if not house.environment["DATABASE_URL"]:
        assert house.rows("PRAGMA integrity_check") == [("ok",)]
    assert visitor.hand_in() not in stored
