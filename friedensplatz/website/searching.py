# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search page: everything public, best first."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from friedensplatz.core.caching import public_page
from friedensplatz.core.languages import EASY, pick
from friedensplatz.core.templatetags.fp import language_name
from friedensplatz.core.text import cleaned
from friedensplatz.directory.gathering import names_of_facets
from friedensplatz.search.actions import note_miss
from friedensplatz.search.bets import bets_for
from friedensplatz.search.plug import kind_name
from friedensplatz.search.queries import Findings, find
from friedensplatz.search.suggesting import suggestions

LONGEST_QUESTION = 500
LONGEST_BEGINNING = 60
HITS_A_PAGE = 10
MOST_PAGES = 15
EASY_NAME = _("Easy language")


@dataclass(frozen=True)
class Choice:
    """Something the findings may be narrowed down to, and how many things that would leave."""

    value: str
    name: str | Promise
    count: int
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """A way to narrow the findings down."""

    name: str
    label: str | Promise
    choices: list[Choice]


LABELS: dict[str, str | Promise] = {
    "topic": _("Topic"),
    "district": _("City district"),
    "language": _("Language"),
}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the index knows about some words, page by page, narrowed down by kind, topic, district and language."""
    words = cleaned(request.GET.get("q", ""))[:LONGEST_QUESTION]
    number = _page_number(request.GET.get("page", ""))
    wanted = {name: request.GET.get(name, "") for name in ("kind", *LABELS)}
    findings = _found(words, wanted, number) if words else Findings()
    if words and number == 1 and not any(wanted.values()) and (not findings.total or findings.found_little):
        note_miss(words, found_little=findings.found_little)
    context = {
        "words": words,
        "findings": findings,
        "wanted": wanted,
        "choices": _choices("kind", findings, wanted["kind"]),
        "filters": _filters(findings, wanted),
        "bets": bets_for(words) if words and number == 1 and not any(wanted.values()) else [],
        "page": Paginator(range(findings.total), HITS_A_PAGE).get_page(number),
    }
    return render(request, "website/search.html", context)


def _found(words: str, wanted: dict[str, str], number: int) -> Findings:
    return find(
        words,
        kinds=[wanted["kind"]] if wanted["kind"] else None,
        topic=wanted["topic"] or None,
        district=wanted["district"] or None,
        written_in=wanted["language"] or None,
        limit=HITS_A_PAGE,
        offset=(number - 1) * HITS_A_PAGE,
        with_choices=True,
    )


def _page_number(asked: str) -> int:
    return min(max(int(asked), 1), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1


def _filters(findings: Findings, wanted: dict[str, str]) -> list[Filter]:
    """Those with something to choose."""
    found = [Filter(name, label, _choices(name, findings, wanted[name])) for name, label in LABELS.items()]
    return [one for one in found if len(one.choices) > 1 or wanted[one.name]]


def _choices(name: str, findings: Findings, chosen: str) -> list[Choice]:
    """What a filter offers, the most frequent first."""
    counted = sorted(findings.choices.get(name, {}).items(), key=lambda item: (-item[1], item[0]))
    return [Choice(value, _name(name, value), count, value == chosen) for value, count in counted]


def _name(name: str, value: str) -> str | Promise:
    if name == "kind":
        return kind_name(value)
    if name == "language":
        return EASY_NAME if value == EASY else language_name(value)
    return pick(names_of_facets().get((name, value), {})).text or value


@require_safe
@public_page(parameters=("q",))
def search_suggestions(request: HttpRequest) -> HttpResponse:
    """What begins like the words typed so far, for the search field: title, address and kind of each."""
    found = suggestions(cleaned(request.GET.get("q", ""))[:LONGEST_BEGINNING])
    things = [{"title": one.title, "url": one.url, "kind": str(kind_name(one.kind))} for one in found]
    return JsonResponse({"suggestions": things})
