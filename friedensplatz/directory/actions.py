# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changing the directory."""

import time

from django.db import transaction

from friedensplatz.directory import teaching
from friedensplatz.directory.models import Duty, Lesson, RouterModel
from friedensplatz.directory.router import current_router
from friedensplatz.directory.routing.storage import to_bytes

ROUTERS_KEPT = 2


def train_router() -> RouterModel | None:
    """Learn from all phrasings and lessons; None when there is nothing to tell apart.

    Takes seconds. Learning the same again is skipped. The row is written in one step, so that readers see the old
    router until the new one is whole.
    """
    from friedensplatz.directory.routing.training import train  # noqa: PLC0415 (scipy: only the process that learns pays for it)

    examples = teaching.examples()
    if len({example.label for example in examples}) < 2:
        return None
    fingerprint = teaching.fingerprint_of(examples)
    newest = RouterModel.objects.defer("data").order_by("-pk").first()
    if newest and newest.fingerprint == fingerprint:
        return newest
    started = time.monotonic()
    router = train(examples)
    figures = {"examples": len(examples), "seconds": round(time.monotonic() - started, 2)}
    with transaction.atomic():
        row = RouterModel.objects.create(fingerprint=fingerprint, figures=figures, data=to_bytes(router))
        kept = RouterModel.objects.order_by("-pk").values_list("pk", flat=True)[:ROUTERS_KEPT]
        RouterModel.objects.exclude(pk__in=list(kept)).delete()
    return row


def teach(duty: Duty, text: str, language: str) -> Lesson | None:
    """A person's words belong to this duty: learn it with the next training (minutes later).

    Only words the router knows from public phrasings are kept, sorted, so that neither names nor sentences of the
    person can be read from a lesson. None when no word is known.
    """
    router = current_router()
    words = sorted(router.known_words(text)) if router else []
    return Lesson.objects.create(duty=duty, words=words, language=language) if words else None
