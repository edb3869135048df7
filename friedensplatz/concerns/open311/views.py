# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The addresses of GeoReport v2. They know neither cookies nor sessions; who hands in has a key."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from friedensplatz.concerns.models import Concern
from friedensplatz.concerns.open311 import documents
from friedensplatz.concerns.open311.mistakes import Refused, valid
from friedensplatz.concerns.open311.parameters import Question
from friedensplatz.concerns.open311.publishing import SHOWN_KINDS, concerns_in_the_open
from friedensplatz.concerns.open311.receiving import duty_of_service, receive_report
from friedensplatz.concerns.open311.writing import TYPES, Document, answer
from friedensplatz.directory.queries import duties_taking_concerns, the_city

MOST = 1_000
Told = tuple[str, Document]
"""The name of the root element, and the document."""


def open311(*methods: str) -> Callable[[Callable[..., Told]], Callable[..., HttpResponse]]:
    """Mark a resource: its document goes out as XML or JSON, and so does every mistake."""

    def mark(resource: Callable[..., Told]) -> Callable[..., HttpResponse]:
        @wraps(resource)
        def wrapper(request: HttpRequest, /, ending: str = "xml", **parts: str) -> HttpResponse:
            with override(settings.LANGUAGE_CODE):
                try:
                    _check(request, ending, methods)
                    return answer(*resource(request, **parts), ending)
                except Refused as refused:
                    mistakes = [{"code": refused.status, "description": one} for one in refused.sentences]
                    return answer("errors", mistakes, ending, refused.status)

        return csrf_exempt(never_cache(sensitive_post_parameters()(wrapper)))

    return mark


def _check(request: HttpRequest, ending: str, methods: tuple[str, ...]) -> None:
    if ending not in TYPES:
        raise Refused(404, "There are xml and json.")
    sent = request.POST if request.method == "POST" else request.GET
    if sent.get("jurisdiction_id", "") not in ("", urlsplit(settings.PUBLIC_URL).hostname):
        raise Refused(404, "jurisdiction_id provided was not found.")
    if methods and {"HEAD": "GET"}.get(str(request.method), request.method) not in methods:
        raise Refused(400, f"This resource knows {' and '.join(methods)} only.")


@open311("GET")
def open311_discovery(request: HttpRequest) -> Told:
    return "discovery", documents.discovery(the_city())


@open311("GET")
def open311_services(request: HttpRequest) -> Told:
    duties = duties_taking_concerns().prefetch_related("topics")
    return "services", [*map(documents.service_of_kind, SHOWN_KINDS), *map(documents.service, duties)]


@open311("GET")
def open311_definition(request: HttpRequest, code: str) -> Told:
    duty_of_service(code)
    return "service_definition", documents.definition(code)


@open311("GET", "POST")
def open311_requests(request: HttpRequest) -> Told:
    return "service_requests", [receive_report(request.POST)] if request.method == "POST" else _listed(request)


@open311("GET")
def open311_request(request: HttpRequest, key: str) -> Told:
    question = valid(Question({"service_request_id": key, "extensions": request.GET.get("extensions", "")}))
    found = [documents.request(one, extended=question.extended) for one in _found(question)]
    if not found:
        raise Refused(404, "service_request_id provided was not found.")
    return "service_requests", found


@open311("GET")
def open311_token(request: HttpRequest, key: str) -> Told:
    """Every concern has its identifier at once, so a token is that identifier."""
    found = _found(valid(Question({"service_request_id": key})))
    if not found:
        raise Refused(404, "token provided was not found.")
    return "service_requests", [{"service_request_id": one.reference, "token": one.reference} for one in found]


@open311()
def open311_nothing(request: HttpRequest, rest: str) -> Told:
    """Whatever else is asked for below this address."""
    raise Refused(404, "There is no such resource.")


def _listed(request: HttpRequest) -> list[documents.Node]:
    question = valid(Question(request.GET))
    return [documents.request(one, extended=question.extended) for one in _found(question)]


def _found(question: Question) -> list[Concern]:
    return list(concerns_in_the_open().filter(question.wanted())[:MOST])
