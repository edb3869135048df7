# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From rows to a trained router and back into a row: what the router learns from, and when it has to learn again."""

import hashlib
import json
from collections.abc import Iterator

from django.db.models import QuerySet

from friedensplatz.core.languages import EASY
from friedensplatz.directory.models import Duty, Lesson, Phrasing
from friedensplatz.directory.routing.example import Example
from friedensplatz.directory.routing.storage import FORMAT

TERM_WEIGHT, TITLE_WEIGHT, LESSON_WEIGHT = 0.7, 0.7, 1.0


def examples() -> list[Example]:
    """Everything the router learns from, in a fixed order: phrasings, titles of duties, lessons from the desk."""
    return [*_phrasings(), *_titles(), *_lessons()]


def _duties() -> QuerySet[Duty]:
    """All but those that ended with their office."""
    return Duty.objects.filter(office__closed_on=None)


def _phrasings() -> Iterator[Example]:
    rows = (
        Phrasing.objects.filter(duty__in=_duties()).order_by("pk").values_list("duty__slug", "text", "language", "kind")
    )
    for duty, text, language, kind in rows:
        weight = TERM_WEIGHT if kind == Phrasing.Kind.TERM else 1.0
        yield Example(duty, text, _spoken(language), weight)


def _titles() -> Iterator[Example]:
    for duty in _duties().order_by("pk"):
        for texts in (duty.title, duty.summary):
            for language, text in texts.items():
                yield Example(duty.slug, text, _spoken(language), TITLE_WEIGHT)


def _lessons() -> Iterator[Example]:
    lessons = Lesson.objects.filter(duty__in=_duties())
    for duty, words, language in lessons.order_by("pk").values_list("duty__slug", "words", "language"):
        yield Example(duty, " ".join(words), language, LESSON_WEIGHT)


def _spoken(language: str) -> str:
    return "de" if language == EASY else language


def fingerprint_of(found: list[Example]) -> str:
    """Equal for equal examples of duties with equal homes: the same router need not be learnt twice."""
    homes = list(Duty.objects.order_by("pk").values_list("pk", "office_id", "organisation_id"))
    rows = [(e.label, e.text, e.language, e.weight) for e in found]
    return hashlib.sha256(json.dumps([FORMAT, homes, rows], ensure_ascii=False).encode()).hexdigest()
