# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for what went wrong: what happened, what is safe, what to do."""

import logging
import sys

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from friedensplatz.core.faults import place_of

log = logging.getLogger(__name__)

# What passes by itself or when somebody has made room: a database or a disk that takes nothing now.
PASSING = (OperationalError, InternalError, InterfaceError, OSError)
WAIT = 120  # seconds until a program may try again


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def form_not_trusted(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: cookies are off, or the page was open in a browser that forgot them."""
    return render(request, "403_csrf.html", status=403)


def fault(request: HttpRequest) -> HttpResponse:
    """Made without database, session and context, because any of them may be what failed.

    What was typed comes back in the page, to be sent again: 503 when that may help by itself, else 500.
    """
    error = sys.exception()
    match = request.resolver_match
    log.error("The page %s failed: %s", match.view_name if match else "?", place_of(error) if error else "?")
    is_passing = isinstance(error, PASSING)
    context = {"is_passing": is_passing, "typed": _typed(request), "path": request.get_full_path()}
    response = render(None, "500.html", context, status=503 if is_passing else 500)
    if is_passing:
        response["Retry-After"] = str(WAIT)
    add_never_cache_headers(response)
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form that was sent, without passwords and files; none when the form itself is what failed."""
    try:
        fields = request.POST.lists()
    except Exception:
        return []
    return [(name, str(text)) for name, texts in fields if "password" not in name for text in texts]
