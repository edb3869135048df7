# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command a mail server pipes into, as a real process: killed at any moment, and on a full disk."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from friedensplatz.concerns.tests.mail.samples import letter
from friedensplatz.concerns.tests.visiting import wait_until

KILLS = 50
COUNT = "SELECT count(*) FROM concerns_incoming"


def test_killed_fifty_times_each_letter_is_there_once_after_the_mail_servers_next_try(house):
    command = [sys.executable, "-W", "ignore", "-m", "friedensplatz.concerns.tests.mail.postman", str(KILLS)]
    told = json.loads(subprocess.run(command, env=house.environment, check=True, capture_output=True).stdout)
    assert told["ends"].keys() == {"0", str(-signal.SIGKILL)}
    assert told["ends"][str(-signal.SIGKILL)] >= KILLS
    assert (told["rows"], told["files"], told["are_the_same"]) == (told["letters"], told["letters"], True)
    if not house.environment["DATABASE_URL"]:
        assert house.rows("PRAGMA integrity_check") == [("ok",)]


def pipe(house, data, *, most=resource.RLIM_INFINITY):
    """How the command ends when the disk takes so many bytes of a file."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "friedensplatz", "receive_mail"],
        env=house.environment,
        input=data,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard)),
    )


@pytest.mark.parametrize(("most", "text"), [(0, "eins " * 2_000), (3_000, "zwei")])
def test_mail_server_keeps_the_mail_while_the_disk_is_full(house, most, text):
    """First no file can be written, then a small one can and on SQLite its row cannot."""
    data, files = letter(text), house.folder / "media" / "sealed"
    is_room = bool(house.environment["DATABASE_URL"]) and len(data) < most
    full = pipe(house, data, most=most)
    assert (full.returncode, b"Traceback" in full.stderr) == (0 if is_room else 75, False)
    assert house.rows(COUNT) == [(int(is_room),)]
    assert len(list(files.glob("*/*"))) == is_room
    assert pipe(house, data).returncode == 0
    assert (house.rows(COUNT), len(list(files.glob("*/*")))) == ([(1,)], 1)


def test_documented_line_asks_to_try_again_when_the_command_is_killed(house):
    line = f"{sys.executable} -W ignore -m friedensplatz receive_mail || exit 75"
    with subprocess.Popen(["/bin/sh", "-c", line], env=house.environment, stdin=subprocess.PIPE) as shell:
        children = Path(f"/proc/{shell.pid}/task/{shell.pid}/children")
        wait_until(children.read_text)
        time.sleep(0.1)
        os.kill(int(children.read_text()), signal.SIGKILL)
    assert shell.returncode == 75
