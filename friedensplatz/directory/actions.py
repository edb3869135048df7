# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Changing the directory."""

import datetime as dt
import time
from collections.abc import Mapping
from typing import Any, cast

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from friedensplatz.accounts.models import Team, User
from friedensplatz.activity.actions import record
from friedensplatz.activity.models import Activity
from friedensplatz.core.caching import content_changed
from friedensplatz.core.languages import Translated
from friedensplatz.directory import teaching
from friedensplatz.directory.models import Duty, Lesson, Link, Office, RouterModel, Source
from friedensplatz.directory.naming import free_slug
from friedensplatz.directory.parts.content import Content, fingerprint, key_name
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
    thing: Model, part: str, content: Content, *, seen: str, by: User | None, verb: str = ""
) -> Activity | None:
    """Write a part of a thing of the directory; None when it stands there already.

    `seen` is the fingerprint of the content the change started from. ChangedMeanwhile when it is another one by now.
    The first statement takes the row, so that of two people who save at once the second sees what the first wrote.
    """
    _take(thing)
    before = PARTS[part].read(thing)
    if content == before:
        return None
    if fingerprint(before) != seen:
        raise ChangedMeanwhile(before)
    PARTS[part].write(thing, content)
    after = fingerprint(PARTS[part].read(thing))
    return record(thing, verb or PARTS[part].verb, actor=by, part=part, before=before, after=after)


def _take(thing: Model) -> None:
    """Lock the row, note the time where it has a field for it, and read it again."""
    rows = type(thing)._default_manager.filter(pk=thing.pk)
    if hasattr(thing, "changed_at"):
        rows.update(changed_at=timezone.now())
    else:
        list(rows.select_for_update().values_list("pk"))
    thing.refresh_from_db()


def undo_change(change: Activity, *, by: User | None) -> Activity | None:
    """Bring back what stood there before a change; ChangedMeanwhile when somebody changed it again since."""
    details = change.details
    thing = cast(Model, change.thing)
    return change_part(thing, details["part"], details["before"], seen=details["after"], by=by, verb="undone")


@transaction.atomic
def add_thing(part: str, content: Content, *, by: User | None, slug: str = "") -> Model:
    """Make a new thing from its first part, an office with its team. Without a slug it is called by its German name."""
    thing = PARTS[part].model()
    if key_name(type(thing)) == "slug":
        thing.slug = slug or free_slug((content.get("name") or content.get("title") or {}).get("de", ""))  # type: ignore[attr-defined]
    PARTS[part].write(thing, content)
    if isinstance(thing, Office):
        Office.objects.filter(pk=thing.pk).update(team=Team.objects.create(name=str(thing)))
    record(thing, "added", actor=by)
    return thing


@transaction.atomic
def remove_thing(thing: Model, *, by: User | None) -> None:
    """Delete a thing nothing hangs on; ProtectedError when something does."""
    record(thing, "removed", actor=by, name=str(thing))
    thing.delete()


def rename_office(office: Office, name: Translated, *, since: str, source: Source | None, by: User | None) -> None:
    """Give an office a new name from a day, month or year on; the name it had is kept with its years."""
    new = {"name": name, "since": since, "until": "", "source": source.slug if source else None}
    _go_on(office, "names", new, verb="renamed", by=by)


def move_office(office: Office, parent: Office, *, since: str, source: Source | None, by: User | None) -> None:
    """Place an office below another from a day, month or year on. RingInTree when that one stands below it."""
    new = {"office": parent.slug, "since": since, "until": "", "source": source.slug if source else None}
    _go_on(office, "places", new, verb="moved", by=by)


def _go_on(office: Office, part: str, new: Content, *, verb: str, by: User | None) -> None:
    """Add a row to a dated part and end the one before."""
    content = PARTS[part].read(office)
    seen = fingerprint(content)
    rows = [*content["rows"][:-1], *(row | {"until": row["until"] or new["since"]} for row in content["rows"][-1:])]
    change_part(office, part, {"rows": [*rows, new]}, seen=seen, by=by, verb=verb)


@transaction.atomic
def close_office(
    office: Office, *, on: dt.date, successor: Office | None, heirs: Mapping[Duty, Office | None], by: User | None
) -> list[Activity | None]:
    """End an office: its duties go to their heirs, those without one end with it; its page names the successor."""
    changes = [_rewrite(duty, "duty", office=heir.slug, by=by) for duty, heir in heirs.items() if heir]
    if successor:
        rows = PARTS["links"].read(office)["rows"]
        became = {"to": successor.slug, "kind": Link.Relation.BECAME.value, "source": None, "note": ""}
        changes.append(_rewrite(office, "links", rows=[*rows, became], by=by))
    changes.append(_rewrite(office, "texts", closed_on=on.isoformat(), takes_concerns=False, verb="closed", by=by))
    office.duties.update(changed_at=timezone.now())  # the router is to forget what ended
    return changes


def _rewrite(thing: Model, part: str, *, by: User | None, verb: str = "", **fields: Any) -> Activity | None:
    content = PARTS[part].read(thing)
    return change_part(thing, part, content | fields, seen=fingerprint(content), by=by, verb=verb)


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
