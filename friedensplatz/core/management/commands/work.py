# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Works off the jobs of the house until it is told to stop."""

import logging
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections, connection

from friedensplatz.core.faults import place_of
from friedensplatz.core.jobs import enrol, leave, run_due_jobs, show_life

log = logging.getLogger(__name__)

PAUSE = 1.0  # seconds between two looks at what is due
PULSE = 10.0  # seconds between two signs of life


class Command(BaseCommand):
    help = "Work off jobs: deliver mail, watch deadlines, learn. Any number of workers may run on PostgreSQL."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *args: object, **options: Any) -> None:
        if options["once"]:
            worker = enrol()
            done = run_due_jobs(worker)
            leave(worker)
            self.stdout.write(f"{done} jobs done")
            return
        stop = threading.Event()
        for wish in (signal.SIGTERM, signal.SIGINT):
            signal.signal(wish, lambda *_: stop.set())
        enrolled: list[str] = []
        while not enrolled and not stop.is_set():
            self._carefully(lambda: enrolled.append(enrol()))
            stop.wait(PAUSE)
        if enrolled:
            self._work(enrolled[0], stop)

    def _work(self, worker: str, stop: threading.Event) -> None:
        pulse = threading.Thread(target=self._beat, args=(worker, stop), daemon=True)
        pulse.start()
        while not stop.wait(PAUSE):
            self._carefully(lambda: run_due_jobs(worker, stopping=stop.is_set))
        pulse.join()
        self._carefully(lambda: leave(worker))

    def _beat(self, worker: str, stop: threading.Event) -> None:
        while not stop.wait(PULSE):
            self._carefully(lambda: show_life(worker))
        connection.close()

    def _carefully(self, step: Any) -> None:
        """A database that is away for a while must not end the worker."""
        try:
            close_old_connections()
            step()
        except DatabaseError as error:
            log.error("The database does not answer: %s", place_of(error))
            close_old_connections()
