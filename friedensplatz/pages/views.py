# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages as residents read them. Every page is the same for everybody."""

import re
from itertools import groupby
from typing import Any
from unicodedata import normalize

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from friedensplatz.core.caching import public_page
from friedensplatz.core.languages import EASY, current_language, pick
from friedensplatz.directory.gathering import more_about
from friedensplatz.pages.content import Content, languages_of
from friedensplatz.pages.linked import page_node
from friedensplatz.pages.models import Page
from friedensplatz.pages.queries import (
    around,
    live_pages,
    page_for_reading,
    page_formerly_at,
    pages_above,
)
from friedensplatz.pages.reading import read
from friedensplatz.pages.translating.freshness import freshness

TELLS_THE_TIME = 60
SOURCE = settings.LANGUAGE_CODE


@require_safe
@public_page(seconds=TELLS_THE_TIME, parameters=("text",))
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """What the city has to say about something; `?text=easy` in easy language. A former address leads to today's."""
    found = page_for_reading(slug)
    if found is None or found.live is None:
        return _moved(slug)
    content = found.live.content
    easy = request.GET.get("text") == EASY and EASY in languages_of(content)
    language = EASY if easy else current_language()
    return render(request, "pages/page.html", page_parts(found, content, language))


def page_parts(page: Page, content: Content, language: str) -> dict[str, Any]:
    """What the template of a page shows of a document in a language."""
    languages = languages_of(content)
    reading = read(content, page.pins, language, image=page.image_id)
    near = around(page)
    return {
        "page": page,
        "easy": language == EASY,
        "text_language": language,
        "reading": reading,
        "more": more_about(page, pins=[card.thing_key for card in reading.pinned]),
        "missing": language not in languages,
        "freshness": None if language == SOURCE else freshness(content, language, SOURCE),
        "other_languages": [(code, name) for code, name in settings.LANGUAGES if code in languages],
        "above": [one for one in pages_above(page) if one.live_id],
        "around": near,
        "below": [card for card in near["page"] if card.key not in reading.named],
        "linked": [page_node(page, reading.image, language)],
    }


def _moved(slug: str) -> HttpResponse:
    moved = page_formerly_at(slug)
    if moved is None:
        raise Http404
    return redirect("page", moved.slug, permanent=True)


@require_safe
@public_page()
def page_list(request: HttpRequest) -> HttpResponse:
    """All pages from A to Z, by their titles in the reader's language."""
    pages = sorted(live_pages().only("slug", "title"), key=_sounds)
    letters = [(letter, list(group)) for letter, group in groupby(pages, key=lambda one: _sounds(one)[:1].upper())]
    return render(request, "pages/page_list.html", {"letters": letters})


def _sounds(page: Page) -> str:
    """The title in the reader's language by which it is sorted: Ö stands among O, 2 before 10."""
    signs = normalize("NFKD", pick(page.title).text.casefold())
    plain = "".join(sign for sign in signs if sign.isalnum() or sign == " ").strip()
    return re.sub(r"\d+", lambda number: number[0].zfill(6), plain)
