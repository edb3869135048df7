# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changing the directory."""

import time
from typing import cast

from django.db import transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.activity.models import Activity
from friedensplatz.core.caching import content_changed
from friedensplatz.core.languages import Translated
from friedensplatz.directory import teaching
from friedensplatz.directory.models import Duty, Lesson, Office, RouterModel, Source
from friedensplatz.directory.parts.content import Content, fingerprint
from friedensplatz.directory.parts.offices import names_of, places_of, slug_of
from friedensplatz.directory.parts.registry import PARTS
from friedensplatz.directory.router import current_guide
from friedensplatz.directory.routing.storage import to_bytes

ROUTERS_KEPT = 2


class ChangedMeanwhile(Exception):
    """A colleague was faster; `content` is what stands there now."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.content = content


@transaction.atomic
def change_part(
    thing: Office | Duty, part: str, content: Content, *, seen: str, by: User | None, verb: str = ""
) -> Activity | None:
    """Write a part of an office or duty; None when it stands there already.

    `seen` is the fingerprint of the content the change started from. ChangedMeanwhile when it is another one by now.
    The first statement takes the row, so that of two people who save at once the second sees what the first wrote.
    """
    type(thing)._default_manager.filter(pk=thing.pk).update(changed_at=timezone.now())
    thing.refresh_from_db()
    before = PARTS[part].read(thing)
    if content == before:
        return None
    if fingerprint(before) != seen:
        raise ChangedMeanwhile(before)
    PARTS[part].write(thing, content)
    after = fingerprint(PARTS[part].read(thing))
    return record(thing, verb or PARTS[part].verb, actor=by, part=part, before=before, after=after)


def undo_change(change: Activity, *, by: User | None) -> Activity | None:
    """Bring back what stood there before a change; ChangedMeanwhile when somebody changed it again since."""
    details = change.details
    thing = cast(Office | Duty, change.thing)
    return change_part(thing, details["part"], details["before"], seen=details["after"], by=by, verb="undone")


def rename_office(office: Office, name: Translated, *, since: str, source: Source | None, by: User | None) -> None:
    """Give an office a new name from a day, month or year on; the name it had is kept with its years."""
    content = names_of(office)
    seen = fingerprint(content)
    new = {"name": name, "since": since, "until": "", "source": slug_of(source)}
    content["rows"][-1]["until"] = content["rows"][-1]["until"] or since
    change_part(office, "names", {"rows": [*content["rows"], new]}, seen=seen, by=by, verb="renamed")


def move_office(office: Office, parent: Office, *, since: str, source: Source | None, by: User | None) -> None:
    """Place an office below another from a day, month or year on. RingInTree when that one stands below it."""
    content = places_of(office)
    seen = fingerprint(content)
    new = {"office": parent.slug, "since": since, "until": "", "source": slug_of(source)}
    for row in content["rows"][-1:]:
        row["until"] = row["until"] or since
    change_part(office, "places", {"rows": [*content["rows"], new]}, seen=seen, by=by, verb="moved")


def train_router() -> RouterModel | None:
    """Learn from all phrasings and lessons; None when there is nothing to tell apart.

    Takes seconds. Learning the same again is skipped; `trained_at` says of which moment the knowledge is. The row is
    written in one step, so that readers see the old router until the new one is whole.
    """
    from friedensplatz.directory.routing.training import train  # noqa: PLC0415 (scipy: only the process that learns pays for it)

    begun = timezone.now()
    examples = teaching.examples()
    if len({example.label for example in examples}) < 2:
        return None
    learnt_from = teaching.fingerprint_of(examples)
    newest = RouterModel.objects.defer("data").order_by("-pk").first()
    if newest and newest.fingerprint == learnt_from:
        RouterModel.objects.filter(pk=newest.pk).update(trained_at=begun)
        return newest
    started = time.monotonic()
    router = train(examples)
    figures = {"examples": len(examples), "seconds": round(time.monotonic() - started, 2)}
    with transaction.atomic():
        row = RouterModel.objects.create(
            trained_at=begun, fingerprint=learnt_from, figures=figures, data=to_bytes(router)
        )
        kept = RouterModel.objects.order_by("-pk").values_list("pk", flat=True)[:ROUTERS_KEPT]
        RouterModel.objects.exclude(pk__in=list(kept)).delete()
        content_changed()
    return row


def teach(duty: Duty, text: str, language: str) -> Lesson | None:
    """A person's words belong to this duty: learn it with the next training (minutes later).

    Only words the router knows from public phrasings are kept, sorted, so that neither names nor sentences of the
    person can be read from a lesson. None when no word is known.
    """
    guide = current_guide()
    words = sorted(guide.router.known_words(text)) if guide else []
    return Lesson.objects.create(duty=duty, words=words, language=language) if words else None
