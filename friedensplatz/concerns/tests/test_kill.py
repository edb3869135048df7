# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""With real processes: people hand in at once, click twice, and the server is killed while they do."""

import http.client
import os
import re
import signal
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.browser.house import database_of_its_own
from tests.real_house import RealHouse, migrated_house

NEW = "/de/concerns/new/"
OFFICE = "from friedensplatz.directory.models import Office; Office.objects.create(slug='babc', kind='office', name={'de': 'B'})"
PEOPLE = 8
KILLS = 50


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def kill_at_once(pid):
    """Kill a server with its workers, which get no chance to say goodbye."""
    workers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    for doomed in (*map(int, workers), pid):
        os.kill(doomed, signal.SIGKILL)


class Visitor:
    """A browser without cookies."""

    def __init__(self, port):
        self.port = port

    def ask(self, path, **form):
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("POST" if form else "GET", path, urlencode(form) if form else None, headers)
            response = connection.getresponse()
            return response.getheader("Location"), response.read().decode()

    def write(self):
        """The address of the check page of a new draft."""
        protection, _page = self.ask(NEW, text="Die Laterne ist kaputt.", office="babc")
        about, _page = self.ask(protection, protection="normal", anonymous="yes")
        more, _page = self.ask(about, kind="complaint")
        return more.replace("/more/", "/check/")

    def hand_in(self):
        """The reference on the receipt of a concern that was acknowledged."""
        receipt, _page = self.ask(self.write(), sent="1")
        _to, page = self.ask(receipt)
        return re.search(r"[0-9A-Z]{3}-[0-9A-Z]{4}(?=</bdi>)", page).group()


@pytest.fixture
def house(tmp_path):
    """An empty house on the database the suite runs on."""
    if not os.environ.get("DATABASE_URL"):
        yield migrated_house(tmp_path)
        return
    with database_of_its_own(os.environ["DATABASE_URL"]) as database:
        house = RealHouse(tmp_path, **database)
        assert house.run("migrate", "-v0", "--skip-checks") == (0, "")
        yield house


@pytest.fixture
def serve(house):
    port, running = free_port(), []
    house.python(OFFICE)
    assert house.run("collectstatic", "--noinput", "-v0", "--skip-checks") == (0, "")

    def start():
        running.append(house.start("web", PORT=str(port)))
        for _ in range(300):
            try:
                Visitor(port).ask(NEW)
                return running[-1], Visitor(port)
            except OSError:
                time.sleep(0.1)
        pytest.fail("the server does not answer")

    yield start
    for process in running:
        process.terminate()
        process.communicate(timeout=30)


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


def wait_until(condition, seconds=120):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
