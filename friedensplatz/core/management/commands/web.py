# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Serves the pages: a process per core with a few threads each (docs/adr/0007)."""

import gc
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management.base import BaseCommand
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from friedensplatz.core.processes import follow_parent


def _loader() -> Callable[[], WSGIHandler]:
    """Load everything once, before the processes part, so that they share the memory.

    What is loaded stays: the garbage collector need not look at it again, which was a tenth of a page's work.
    """
    application = get_wsgi_application()
    get_resolver().url_patterns  # noqa: B018
    gc.collect()
    gc.freeze()

    def load() -> WSGIHandler:
        follow_parent()
        return application

    return load


class Command(BaseCommand):
    help = "Serve the pages (run starts this and the worker together)."

    def handle(self, *args: object, **options: Any) -> None:
        server = Granian(
            "friedensplatz",
            address=settings.WEB_ADDRESS,
            port=settings.WEB_PORT,
            interface=Interfaces.WSGI,
            workers=settings.WEB_PROCESSES,
            blocking_threads=settings.WEB_THREADS,
            http=HTTPModes.http1,
            websockets=False,
            respawn_failed_workers=True,
            respawn_interval=0.1,
            workers_kill_timeout=15,
            log_level=LogLevels.warning,
        )
        server.serve(target_loader=_loader(), wrap_loader=False)
