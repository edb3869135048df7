# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Public pages and facts that are kept until something public changes, shared by all processes through one number."""

import threading
import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.conf import settings
from django.core.cache import caches
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page

from friedensplatz.core.models import ContentVersion

T = TypeVar("T")
View = Callable[..., HttpResponse]

ROW = 1
READ_EVERY = 1.0
_seen: dict[str, float | int] = {"number": 0, "at": float("-inf")}
_held: dict[str, tuple[int, Any]] = {}
_making = threading.RLock()


def content_changed() -> None:
    """Something public changed: kept pages are out of date, here at once and in other processes within a second."""
    if not ContentVersion.objects.filter(pk=ROW).update(number=F("number") + 1):
        ContentVersion.objects.get_or_create(pk=ROW, defaults={"number": 1})
    _seen["at"] = float("-inf")


def content_version() -> int:
    """The number in force, read from the database at most once a second per process."""
    now = time.monotonic()
    if now - _seen["at"] >= READ_EVERY:
        number = ContentVersion.objects.filter(pk=ROW).values_list("number", flat=True).first()
        _seen.update(number=number or 0, at=now)
    return int(_seen["number"])


def remembered(name: str, make: Callable[[], T], *, seconds: int = 300) -> T:
    """A public fact that many pages need, made again when something public changes or after so many seconds."""
    if not settings.REMEMBER_FACTS:
        return make()
    return caches["pages"].get_or_set(f"fact:{content_version()}:{name}", make, seconds)  # type: ignore[return-value]


def held(name: str, make: Callable[[], T]) -> T:
    """A public fact too large for the cache, held in this process until something public changes.

    Threads that ask at once wait for one making.
    """
    if not settings.REMEMBER_FACTS:
        return make()
    version = content_version()
    if not _is_held(name, version):
        with _making:
            if not _is_held(name, version):
                _held[name] = (version, make())
    return cast(T, _held[name][1])


def _is_held(name: str, version: int) -> bool:
    return name in _held and _held[name][0] == version


def public_page(
    *, seconds: int = 300, parameters: tuple[str, ...] = (), when: Callable[[], bool] | None = None
) -> Callable[[View], View]:
    """Mark a view's page as the same for everybody who is not signed in, so that it may be kept.

    `seconds` bounds its age, for pages that tell the time ("open until four"). A page asked for with parameters
    other than the named ones is not kept, so that nobody can fill the cache with inventions. View and request have
    a mark `is_public_page`: the sitemap lists such pages, and their head tells machines what they are. A page that
    is only there `when` something is gets the question as `is_there`.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response = _as_public(view, request, *args, **kwargs)
            if set(request.GET) <= set(parameters):
                setattr(response, "kept_seconds", seconds)  # noqa: B010 (mypy knows no such attribute)
            return response

        marked.__dict__.update(is_public_page=True, is_there=when or _always)
        return marked

    return mark


def _always() -> bool:
    return True


def _as_public(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """The view's page; the page that tells of an error in it is no public one."""
    request.__dict__["is_public_page"] = True
    try:
        return view(request, *args, **kwargs)
    except Exception:
        del request.__dict__["is_public_page"]
        raise


def for_programs(view: View) -> View:
    """What anybody's page may read (CORS), and what is not sent again to whoever has it (ETag)."""

    @wraps(view)
    def open_to_all(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = conditional_page(view)(request, *args, **kwargs)
        if request.method in {"GET", "HEAD"}:
            response["Access-Control-Allow-Origin"] = "*"
        return response

    return open_to_all


def seconds_to_keep(response: Any) -> int:
    """For how long a response may be kept; 0 = not at all."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return 0
    return int(getattr(response, "kept_seconds", 0))
