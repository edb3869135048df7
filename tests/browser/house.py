# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A whole Friedensplatz with the demo city, started as an operator starts it, on a free port and in a folder of its own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg

from tests.machine import ROOT

PASSWORD = "a-password-for-journeys"
PATIENCE = 300  # seconds until the first page must be there
OWN_SETTINGS = ("FRIEDENSPLATZ_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "EMAIL_", "PORT")


@dataclass(frozen=True)
class House:
    """A running house: its address without a slash and its data folder."""

    address: str
    data: Path

    def at(self, path):
        return f"{self.address}{path}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def database_of_its_own(url):
    """An empty database on the same PostgreSQL server for as long as the house stands; nothing for SQLite."""
    if not url:
        yield {}
        return
    name = f"friedensplatz_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield {"DATABASE_URL": urlsplit(url)._replace(path=f"/{name}").geturl()}
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextlib.contextmanager
def running_house(data, **settings):
    """Start `friedensplatz run`, wait for the first page, stop everything at the end."""
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OWN_SETTINGS)}
    with database_of_its_own(os.environ.get("DATABASE_URL", "")) as database:
        environment = {
            **clean,
            **database,
            "PORT": str(port),
            "FRIEDENSPLATZ_DATA": str(data),
            "FRIEDENSPLATZ_DEMO": "1",
            "FRIEDENSPLATZ_DEMO_PASSWORD": PASSWORD,
            "PYTHONWARNINGS": "default",
            **settings,
        }
        log = data / "run.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "friedensplatz", "run"],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        house = House(f"http://127.0.0.1:{port}", data)
        try:
            wait_for(house, process, log)
            yield house
        finally:
            stop(process)


def wait_for(house, process, log):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the house did not start:\n{log.read_text()}")
        with contextlib.suppress(URLError, ConnectionError, TimeoutError), urlopen(house.at("/de/"), timeout=5):
            return
        time.sleep(0.2)
    raise RuntimeError(f"no page after {PATIENCE} s:\n{log.read_text()}")


def stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
