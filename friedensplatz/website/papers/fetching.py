# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the house would answer a stranger, without a network in between."""

from contextlib import nullcontext
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import override

PICTURES = "asset_file"


@dataclass(frozen=True)
class Fetched:
    content: bytes
    media_type: str


def fetch(address: str) -> Fetched | None:
    """A public page, or a file of one, by its path (with what follows a question mark); None when it is not there."""
    path, _, query = address.partition("?")
    language = path.strip("/").partition("/")[0]
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        try:
            match = resolve(path)
            if not getattr(match.func, "is_public_page", False) and match.url_name != PICTURES:
                return None
            response = match.func(_request(path, query, match), *match.args, **match.kwargs)
        except (Resolver404, Http404):
            return None
        return _fetched(response)


def _request(path: str, query: str, match: ResolverMatch) -> HttpRequest:
    here = urlsplit(settings.PUBLIC_URL)
    request = HttpRequest()
    request.method, request.path, request.path_info, request.resolver_match = "GET", path, path, match
    request.GET = QueryDict(query)
    request.user = AnonymousUser()
    request.META = {
        "SERVER_NAME": here.hostname or "localhost",
        "SERVER_PORT": str(here.port or (443 if settings.HTTPS else 80)),
        "QUERY_STRING": query,
        "wsgi.url_scheme": here.scheme,
    }
    return request


def _fetched(response: HttpResponseBase) -> Fetched | None:
    """Only the response's file is closed: `response.close()` ends the request, which still goes on around us."""
    with getattr(response, "file_to_stream", None) or nullcontext():
        if response.status_code != 200:
            return None
        content = b"".join(response)
        return Fetched(content, response.headers["Content-Type"].partition(";")[0])
