# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which concerns anybody may see, and what of their words: what it is about, never who it is."""

import re

from django.db.models import Prefetch, QuerySet

from friedensplatz.concerns.models import Concern, Entry, Kind, Protection, Reporter, Visibility
from friedensplatz.concerns.workflow import Outcome

SHOWN_KINDS = (Kind.DEFECT, Kind.SUGGESTION)
BLACK = "█"
TRACES = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\+?\d(?:[\s/()-]{0,2}\d){6,}")
"""Addresses of mail and pages, and whatever is long enough for a phone number."""
SHORTEST_NAME = 3


def concerns_in_the_open() -> QuerySet[Concern]:
    """Defects and suggestions their people left open; not what was withdrawn, not meant seriously or erased."""
    shown = Concern.objects.filter(kind__in=SHOWN_KINDS, protection=Protection.OPEN).exclude(key=b"")
    shown = shown.exclude(outcome__in=(Outcome.SPAM, Outcome.WITHDRAWN)).select_related("office", "duty", "district")
    told = Entry.objects.filter(visibility=Visibility.PERSON).order_by("at", "pk")
    return shown.prefetch_related("parties", Prefetch("entries", told, to_attr="told")).order_by("-received_at", "-pk")


def without_traces(words: str, person: Reporter | None) -> str:
    """The words with name, numbers and addresses of the person blacked out, and whatever else looks like one."""
    known = [*person.name.split(), person.phone, *person.address.splitlines()] if person else []
    for trace in sorted(filter(lambda one: len(one) >= SHORTEST_NAME, map(str.strip, known)), key=len, reverse=True):
        words = re.sub(rf"(?<!\w){re.escape(trace)}(?!\w)", BLACK * 4, words, flags=re.IGNORECASE)
    return TRACES.sub(BLACK * 4, words)
