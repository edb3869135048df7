# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The house's own web server as a process of its own, and what it uses of the machine (Linux)."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 60


@dataclass(frozen=True)
class Server:
    pid: int
    port: int
    started_in: float
    """Seconds from the start of the process to its first page."""

    def family(self):
        """The process and everything it started."""
        parents = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                parents[int(folder.name)] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        family = {self.pid}
        while more := {pid for pid, parent in parents.items() if parent in family} - family:
            family |= more
        return family

    def cpu_seconds(self):
        total = 0
        for pid in self.family():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def megabytes(self):
        """Memory of the largest process (resident), and of all together (each shared page counted once)."""
        resident, together = [], 0
        for pid in self.family():
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:] if "kB" in line}
            resident.append(sizes["Rss"] / 1024)
            together += sizes["Pss"] / 1024
        return max(resident), together


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(command="web", *, patience=PATIENCE, **settings):
    """The web server on the current settings and data, with `run` also the worker; stopped at the end."""
    port = free_port()
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "friedensplatz", command],
        env={**os.environ, "PORT": str(port), **settings},
        stdout=sys.stderr,
    )
    try:
        wait_for_page(process, port, patience)
        yield Server(process.pid, port, time.perf_counter() - begun)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for_page(process, port, patience):
    until = time.monotonic() + patience
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/de/")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.02)
    raise RuntimeError("the web server did not start")
