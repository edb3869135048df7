# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Web and worker live and die together, and nothing is left that the next start has to repair."""

import os
import signal
import socket
import time
import urllib.error
import urllib.request

import pytest

from tests.real_house import migrated_house


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def house(tmp_path):
    house = migrated_house(tmp_path, PORT=str(free_port()))
    house.processes = []
    yield house
    for process in house.processes:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=30)


def begin(house):
    """Start everything and wait until it is ready."""
    process = house.start("run")
    house.processes.append(process)
    wait_for(lambda: ready(house), seconds=120)
    return process


def ready(house):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{house.environment['PORT']}/health", timeout=5).status == 200
    except (urllib.error.URLError, OSError):
        return False


def wait_for(condition, *, seconds):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]


def name_of(pid):
    with open(f"/proc/{pid}/comm") as file:
        return file.read().strip()


def test_a_dead_program_stops_the_other(house):
    process = begin(house)
    (victim,) = (child for child in children(process.pid) if name_of(child) == "fp-work")
    os.kill(victim, signal.SIGKILL)
    assert process.wait(30) == 1
    assert not ready(house)


def test_nothing_has_to_be_repaired_when_processes_are_killed(house):
    process = begin(house)
    left = children(process.pid)
    (web,) = (child for child in left if name_of(child) == "fp-web")
    os.kill(children(web)[0], signal.SIGKILL)
    wait_for(lambda: ready(house), seconds=120)
    assert process.poll() is None
    assert "already answers" in house.run("run")[1]

    process.kill()
    process.wait(10)
    wait_for(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in left), seconds=120)
    again = begin(house)
    again.send_signal(signal.SIGTERM)
    assert again.wait(30) == 0
    assert not ready(house)
