# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A mail server whose deliveries are killed: `python -m friedensplatz.concerns.tests.mail.postman KILLS`.

It pipes each letter into `receive_mail` and tries again until that ends with 0, as Postfix does. Each try is a process
of its own, forked from this one, which has loaded the house; it gets a random time to live, short enough that most die
somewhere between reading the letter and saying that it is kept. In the end it prints what happened and what is there.
"""

import io
import json
import os
import random
import signal
import statistics
import sys
import time

import django
from django.core.management import call_command

MOST_LETTERS = 400
LONG = 60.0  # seconds; nobody is killed so late


def main(kills):
    chance, sent, ends = random.Random(), [], []
    usual = statistics.median(_timed(_letter(sent)) for _ in range(5))
    while sum(end == -signal.SIGKILL for end in ends) < kills and len(sent) < MOST_LETTERS:
        data, end = _letter(sent), None
        while end != 0:
            end = _deliver(data, chance.uniform(0, 1.5 * usual))
            ends.append(end)
    ended = {end: ends.count(end) for end in set(ends)}
    sys.stdout.write(json.dumps({"ends": ended, "letters": len(sent), **_found(sent)}))


def _letter(sent):
    words = b"Die Laterne ist kaputt.\r\n" * (1 + 200 * (len(sent) % 7))
    sent.append(b"From: alice@home.example\r\nSubject: Brief %d\r\n\r\n%s" % (len(sent), words))
    return sent[-1]


def _timed(data):
    begun = time.perf_counter()
    assert _deliver(data, LONG) == 0
    return time.perf_counter() - begun


def _deliver(data, seconds):
    """How the command ended: its code, or minus the signal that killed it within so many seconds."""
    pid = os.fork()
    if not pid:
        _receive(data)
    end, until = (0, 0), time.perf_counter() + seconds
    while end[0] == 0 and time.perf_counter() < until:
        time.sleep(0.0005)
        end = os.waitpid(pid, os.WNOHANG)
    if end[0] == 0:
        os.kill(pid, signal.SIGKILL)
        end = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(end[1])


def _receive(data):
    code = 1
    try:
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
        call_command("receive_mail")
        code = 0
    except SystemExit as end:
        code = end.code
    finally:
        os._exit(code)


def _found(sent):
    """What rows and files hold, before and after the clean-up that comes a day later."""
    import datetime as dt

    from django.core.files.storage import default_storage
    from django.utils import timezone

    from friedensplatz.concerns import jobs
    from friedensplatz.concerns.models import Incoming
    from friedensplatz.core import vault

    kept = [vault.read_file(name) for name in Incoming.objects.values_list("original", flat=True)]
    left = jobs.remove_orphaned_files(timezone.now() + dt.timedelta(days=2))
    shelves = default_storage.listdir(vault.FOLDER)[0]
    files = sum(len(default_storage.listdir(f"{vault.FOLDER}/{shelf}")[1]) for shelf in shelves)
    return {"rows": len(kept), "are_the_same": sorted(kept) == sorted(sent), "removed": left, "files": files}


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
