# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Programs that live and die together.

They are forked from a process that has loaded the house already: they start at once and share its memory.
"""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess

from django.db import connections

GRACE = 20.0  # seconds a program has to finish what it is doing
PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15

Program = Callable[[], object]


def follow_parent(name: str = "") -> None:
    """Have the kernel stop this process when the one that started it dies, even by kill -9 (Linux only)."""
    if sys.platform == "linux":
        kernel = ctypes.CDLL(None)
        kernel.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if name:
            kernel.prctl(PR_SET_NAME, f"fp-{name}".encode())


def run_together(programs: Mapping[str, Program]) -> list[str]:
    """Run programs side by side until all have ended, each in a process whose memory goes with it.

    Returns the names of those that failed.
    """
    running = [_start(name, program) for name, program in programs.items()]
    for process in running:
        process.join()
    return [process.name for process in running if process.exitcode]


def supervise(programs: Mapping[str, Program]) -> str:
    """Run programs until one of them ends or this process is told to stop, then stop them all.

    Returns the name of the program that ended by itself, or "" after Ctrl-C or SIGTERM.
    """
    for wish in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wish, signal.default_int_handler)
    running: list[ForkProcess] = []
    try:
        running += [_start(name, program) for name, program in programs.items()]
        wait([process.sentinel for process in running])
        return next(process.name for process in running if not process.is_alive())
    except KeyboardInterrupt:
        return ""
    finally:
        _stop(running)


def _start(name: str, program: Program) -> ForkProcess:
    connections.close_all()
    process = multiprocessing.get_context("fork").Process(target=_become, args=(name, program), name=name)
    process.start()
    return process


def _become(name: str, program: Program) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.setpgrp()  # Ctrl-C is for the one that started us; it stops us in good order
    follow_parent(name)
    program()


def _stop(running: list[ForkProcess]) -> None:
    for wish in (signal.SIGTERM, signal.SIGINT):  # said twice, e.g. by Ctrl-C to the whole group
        signal.signal(wish, signal.SIG_IGN)
    for process in running:
        process.terminate()
    for process in running:
        process.join(GRACE)
        if process.is_alive():
            process.kill()
