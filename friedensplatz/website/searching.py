# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search page: everything public, best first."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from friedensplatz.core.caching import public_page
from friedensplatz.core.text import cleaned
from friedensplatz.search.actions import note_miss
from friedensplatz.search.bets import bets_for
from friedensplatz.search.plug import kind_name
from friedensplatz.search.queries import Findings, find
from friedensplatz.search.suggesting import suggestions

LONGEST_QUESTION = 500
LONGEST_BEGINNING = 60
HITS_A_PAGE = 10
MOST_PAGES = 15


@dataclass(frozen=True)
class Choice:
    """A kind of thing the findings may be narrowed down to."""

    kind: str
    name: str | Promise
    count: int
    chosen: bool


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the index knows about some words, page by page, narrowed down to one kind if asked."""
    words = cleaned(request.GET.get("q", ""))[:LONGEST_QUESTION]
    kind = request.GET.get("kind", "")
    number = _page_number(request.GET.get("page", ""))
    everything = (
        find(words, limit=HITS_A_PAGE, offset=(number - 1) * HITS_A_PAGE, with_choices=True) if words else Findings()
    )
    findings = everything
    if kind in everything.choices.get("kind", {}):
        findings = find(words, kinds=[kind], limit=HITS_A_PAGE, offset=(number - 1) * HITS_A_PAGE)
    if words and not everything.total:
        note_miss(words)
    context = {
        "words": words,
        "findings": findings,
        "choices": _choices(everything, kind),
        "bets": bets_for(words) if words and number == 1 and not kind else [],
        "page": Paginator(range(findings.total), HITS_A_PAGE).get_page(number),
    }
    return render(request, "website/search.html", context)


def _page_number(asked: str) -> int:
    return min(max(int(asked), 1), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1


def _choices(everything: Findings, chosen: str) -> list[Choice]:
    counted = sorted(everything.choices.get("kind", {}).items(), key=lambda item: -item[1])
    return [Choice(kind, kind_name(kind), count, kind == chosen) for kind, count in counted]


@require_safe
@public_page(parameters=("q",))
def search_suggestions(request: HttpRequest) -> HttpResponse:
    """What begins like the words typed so far, for the search field: title, address and kind of each."""
    found = suggestions(cleaned(request.GET.get("q", ""))[:LONGEST_BEGINNING])
    things = [{"title": one.title, "url": one.url, "kind": str(kind_name(one.kind))} for one in found]
    return JsonResponse({"suggestions": things})
