# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whole pages, kept for people who are not signed in. A hit costs neither session, database nor template."""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response, patch_vary_headers

from friedensplatz.core.caching import content_version, seconds_to_keep

Handler = Callable[[HttpRequest], HttpResponse]
PACKED = ("image/avif", "image/webp", "image/jpeg", "image/png", "video/", "audio/", "application/pdf")


class Compression(GZipMiddleware):
    """Compresses answers, but not what is compressed already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.headers.get("Content-Type", "").startswith(PACKED):
            return response
        return super().process_response(request, response)


@dataclass(frozen=True)
class KeptPage:
    """A page as it goes out, once plain and once compressed. It holds nothing personal and no form token."""

    plain: bytes
    zipped: bytes
    headers: dict[str, str]

    def response(self, *, zipped: bool) -> HttpResponse:
        response = HttpResponse(self.zipped if zipped else self.plain, headers=self.headers)
        if zipped:
            response["Content-Encoding"] = "gzip"
            response["ETag"] = self.headers["ETag"].replace('"', 'W/"', 1)
        response["Content-Length"] = str(len(response.content))
        return response


def page_cache(get_response: Handler) -> Handler:
    """Answer from the kept pages; keep what a view marked with `core.caching.public_page`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE or request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return get_response(request)
        key = _key(request)
        page = caches["pages"].get(key)
        if page is None:
            response = get_response(request)
            seconds = seconds_to_keep(response)
            if not seconds:
                return response
            page = _page(response)
            caches["pages"].set(key, page, seconds)
        request.__dict__["is_public_page"] = True  # As its view would say, which a kept page does not ask.
        zipped = "gzip" in request.headers.get("Accept-Encoding", "")
        return _conditional(request, page.response(zipped=zipped))

    return middleware


def _key(request: HttpRequest) -> str:
    asked = f"{request.scheme} {request.headers.get('Host', '')} {request.get_full_path()}"
    return f"page:{content_version()}:{hashlib.blake2b(asked.encode(), digest_size=16).hexdigest()}"


def _page(response: HttpResponse) -> KeptPage:
    patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
    response["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
    response["Cache-Control"] = "no-cache"
    return KeptPage(response.content, gzip.compress(response.content, 6, mtime=0), dict(response.items()))


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    etag = response["ETag"]
    conditional = get_conditional_response(request, etag=etag, response=response)
    return conditional if isinstance(conditional, HttpResponse) else response
