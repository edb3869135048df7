# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The front door: one field, and the answer to what a person wrote into it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from friedensplatz.core.caching import public_page, remembered
from friedensplatz.core.languages import current_language
from friedensplatz.core.text import cleaned
from friedensplatz.directory.queries import the_city
from friedensplatz.website.answering import compose_answer
from friedensplatz.website.kinds import grouped
from friedensplatz.website.machines.linked import website
from friedensplatz.website.square import doors, next_doors, open_doors
from friedensplatz.website.welcome import sign_language_film


@require_safe
def landing(request: HttpRequest, to: str = "home") -> HttpResponse:
    """Send a person to the home page, or to another one, in the language their browser asks for."""
    with translation.override(translation.get_language_from_request(request)):
        response = HttpResponseRedirect(reverse(to))
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
@public_page(seconds=60)
def home(request: HttpRequest) -> HttpResponse:
    return _front_door(request)


@csrf_exempt  # It changes nothing: no cookie is needed, and a page left open for a day still asks.
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest) -> HttpResponse:
    """Who helps with these words, in the language they were written in. The words travel by POST only."""
    words = cleaned(request.POST.get("text", ""))
    if not words:
        return _front_door(request, nothing_written=request.method == "POST")
    page_language, asked = current_language(), request.POST.get("language", "")
    found = compose_answer(words, asked if asked in dict(settings.LANGUAGES) else None)
    context = {"answer": found, "groups": grouped(found.hits), "page_language": page_language}
    with translation.override(found.language):
        response = render(request, "website/answer.html", context)
        response["Content-Language"] = found.language
    return response


def _front_door(request: HttpRequest, **more: Any) -> HttpResponse:
    every = doors()
    open_now = open_doors(every)
    today = {
        "doors": every,
        "open_doors": open_now,
        "next_doors": [] if open_now else next_doors(every),
    }
    city = remembered("city", the_city)
    city_facts = {"city": city, "linked": [website(city)], "has_film": sign_language_film(city) is not None}
    return render(request, "website/home.html", today | city_facts | more)
