# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counts in the memory of a web process, written down every half minute and when it ends.

Kept pages cost neither session nor database, so counting must not either: noting a view takes some microseconds. What
a process has counted is lost when it is killed without warning: half a minute at most.
"""

import os
import threading
from collections import Counter
from collections.abc import Callable
from multiprocessing.util import Finalize
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from friedensplatz.website.statistics.writing import write_counts

Handler = Callable[[HttpRequest], HttpResponse]

SECONDS = 30.0
MOST_PAGES = 5_000  # different addresses kept in memory; inventions beyond that are not counted
ASKING = frozenset({"search", "answer"})  # counted although they are never kept
BOTS = (
    "bot",
    "crawl",
    "spider",
    "slurp",
    "preview",
    "monitor",
    "headless",
    "curl",
    "wget",
    "python",
    "java/",
    "go-http",
)

_lock = threading.Lock()
_views: Counter[str] = Counter()
_steps: Counter[tuple[str, str]] = Counter()
_timer: list[threading.Timer] = []
_ends_well: set[int] = set()


def count_views(get_response: Handler) -> Handler:
    """Count what people look at. Stands outside the page cache, so that kept pages count too."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if settings.COUNT_VIEWS and response.status_code in (200, 304) and _counts(request):
            note(request.path, _came_from(request))
        return response

    return middleware


def _counts(request: HttpRequest) -> bool:
    """A public page, asked for by a person. People who are signed in mostly work here and are left out."""
    match = request.resolver_match
    return (
        (request.__dict__.get("is_public_page", False) or (match is not None and match.url_name in ASKING))
        and request.method in ("GET", "POST")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "prefetch" not in request.META.get("HTTP_SEC_PURPOSE", "")
        and not _is_a_machine(request.META.get("HTTP_USER_AGENT", "").lower())
    )


def _is_a_machine(agent: str) -> bool:
    """By what it calls itself; one that says nothing is one too."""
    return not agent or any(word in agent for word in BOTS)


def _came_from(request: HttpRequest) -> str:
    """The path of the page of this house that led here; empty when it was another or is not told."""
    referer = request.META.get("HTTP_REFERER", "")
    here = f"{request.scheme}://{request.get_host()}/"
    return urlsplit(referer).path if referer.startswith(here) else ""


def note(path: str, came_from: str) -> None:
    """Count one view of a page, and the step that led to it."""
    with _lock:
        if path in _views or len(_views) < MOST_PAGES:
            _views[path] += 1
            if came_from and came_from != path:
                _steps[came_from, path] += 1
        if not _timer:
            _wind_up()


def _wind_up() -> None:
    """Have the counts written in a while, and at the end of this process, also of one that was forked from another."""
    _timer.append(threading.Timer(SECONDS, _write_and_close))
    _timer[0].daemon = True
    _timer[0].start()
    if os.getpid() not in _ends_well:
        _ends_well.add(os.getpid())
        Finalize(None, flush, exitpriority=100)


def flush() -> None:
    """Write down what was counted; what the database does not take now is kept for the next time."""
    with _lock:
        views, steps = _views.copy(), _steps.copy()
        _views.clear()
        _steps.clear()
        while _timer:
            _timer.pop().cancel()
    if not views:
        return
    try:
        write_counts(views, steps)
    except DatabaseError:
        with _lock:
            _views.update(views)
            _steps.update(steps)


def _write_and_close() -> None:
    flush()
    connection.close()
