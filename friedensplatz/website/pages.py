# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages every public body owes, filled from the city's own data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from friedensplatz.core.caching import public_page
from friedensplatz.core.languages import EASY
from friedensplatz.directory.queries import the_city
from friedensplatz.website.statements.conformance import (
    conformance,
    known_barriers,
    statement_document,
    the_statement,
)


@require_safe
@public_page()
def imprint(request: HttpRequest) -> HttpResponse:
    return render(request, "website/imprint.html")


@require_safe
@public_page()
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "website/privacy.html")


@require_safe
@public_page(parameters=("text",))
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement; `?text=easy` in easy language."""
    statement, barriers = the_statement(), list(known_barriers())
    easy = request.GET.get("text") == EASY and bool(statement.summary.get(EASY))
    context = {
        "statement": statement,
        "barriers": barriers,
        "status": conformance(statement, barriers),
        "easy": easy,
        "text_language": EASY if easy else None,
    }
    return render(request, "website/accessibility.html", context)


@require_safe
@public_page()
def accessibility_json(request: HttpRequest) -> HttpResponse:
    """The same statement for programs."""
    document = statement_document(the_statement(), list(known_barriers()), the_city())
    return JsonResponse(document, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False})
