# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Suggestions while somebody types: titles with a word that begins like what was typed so far."""

from bisect import bisect_left
from dataclasses import dataclass

from django.db.models import Q

from friedensplatz.core.caching import held
from friedensplatz.core.languages import current_language
from friedensplatz.search.analysis.words import fold_german, words_of
from friedensplatz.search.shown import docs_in, with_addresses

SHORTEST, MOST = 2, 8
# How many things are suggested, the weightiest of them: each costs a process about a kilobyte in every language.
MOST_TITLES = 20_000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing to go to at once; `kind` is its kind's name in the index."""

    title: str
    url: str
    kind: str
    rank: float


Beginnings = list[tuple[str, int]]


def suggestions(typed: str, language: str | None = None) -> list[Suggestion]:
    """At most eight things whose title has the typed words from some word on; by rank, then short titles first."""
    wanted = _folded(typed)
    if len(wanted) < SHORTEST:
        return []
    asked = language or current_language()
    things, beginnings = held(f"titles:{asked}", lambda: _titles(asked))
    found = set()
    place = bisect_left(beginnings, (wanted, 0))
    while place < len(beginnings) and beginnings[place][0].startswith(wanted):
        found.add(beginnings[place][1])
        place += 1
    best = sorted((things[number] for number in found), key=lambda one: (-one.rank, len(one.title), one.title))
    return best[:MOST]


def _titles(language: str) -> tuple[list[Suggestion], Beginnings]:
    """The things to suggest, and every end of their titles that begins with a word, sorted. One query."""
    docs = docs_in(language, Q()).select_related("entry").order_by("-entry__rank", "entry")[:MOST_TITLES]
    shown = docs.only("title", "url_name", "url_args", "entry__kind", "entry__rank")
    things = [
        Suggestion(doc.title, url, doc.entry.kind, doc.entry.rank) for doc, url in with_addresses(shown, language)
    ]
    beginnings = []
    for number, thing in enumerate(things):
        words = _folded(thing.title).split()
        beginnings += [(" ".join(words[first:]), number) for first in range(len(words))]
    return things, sorted(beginnings)


def _folded(text: str) -> str:
    return " ".join(fold_german(word.text.lower()) for word in words_of(text))
