# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Starts a whole Friedensplatz: brings the database up to date, then web and worker side by side."""

import socket
from collections.abc import Mapping
from functools import partial
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from friedensplatz.core.processes import Program, run_together, supervise
from friedensplatz.core.statics import collect_statics
from friedensplatz.directory.actions import train_router
from friedensplatz.search.actions import rebuild_index
from friedensplatz.website.demo import demo_logins
from friedensplatz.website.examples import examples_are_there, load_examples


class Command(BaseCommand):
    help = "Start Friedensplatz: database, static files, then the web server and the worker."

    def handle(self, *args: object, **options: Any) -> None:
        _check_free(settings.WEB_ADDRESS, settings.WEB_PORT)
        settings.DATA.mkdir(parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        collect_statics()
        if settings.DEMO:
            self._show_demo()
        self.stdout.write(f"Friedensplatz: {settings.PUBLIC_URL}   (Ctrl-C ends it)")
        self.stdout.flush()
        if ended := supervise({name: partial(call_command, name) for name in ("web", "work")}):
            raise CommandError(f"'{ended}' ended by itself, so everything was stopped. The lines above may say why.")

    def _show_demo(self) -> None:
        """Lay the demo city out unless that was done to its end, which is when the logins are there."""
        if not demo_logins():
            self.stdout.write("The demo city is being laid out (once) …")
            self.stdout.flush()
            self._lay_out_demo()
        if not examples_are_there() and run_together({"examples": load_examples}):
            raise CommandError("The demo's examples could not be loaded. The lines above say why.")
        self.stdout.write("Sign in at the desk:")
        for login in demo_logins():
            self.stdout.write(f"  {login}")

    def _lay_out_demo(self) -> None:
        rows: Mapping[str, Program] = {"demo": partial(call_command, "demo", learning=False, stdout=StringIO())}
        learning: Mapping[str, Program] = {"router": train_router, "index": rebuild_index}
        if run_together(rows) or run_together(learning):
            raise CommandError("The demo city could not be loaded. The lines above say why.")


def _check_free(address: str, port: int) -> None:
    """Raise CommandError when another program answers at the address."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((address.replace("0.0.0.0", "127.0.0.1"), port)) == 0:  # noqa: S104
            raise CommandError(f"Another program already answers at {address}:{port}. Choose another with PORT=….")
