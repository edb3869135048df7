# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Removing every byte a person brought, so that later backups hold none of it, while the counts stay.

What remains is the concern's row: kind, office, dates, outcome, and how its promises were kept. Its key is destroyed,
so that nothing sealed with it opens in older backups either. Every table that points to concerns is emptied unless it
stands in KEPT: a new one is erased without a line here.
"""

import secrets
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import ForeignObjectRel, Model
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns import codes
from friedensplatz.concerns.models import Attachment, Concern, Deadline, Entry, Incoming, Opinion
from friedensplatz.concerns.profiles import take_down_all_of
from friedensplatz.concerns.workflow import OPEN, Outcome, State
from friedensplatz.core import vault
from friedensplatz.notices.actions import forget_mails_about, mail_key

KEPT: tuple[type[Model], ...] = (Deadline, Opinion, Concern)


class Held(Exception):
    """The law, or a court, wants it kept for now."""


@transaction.atomic
def erase_concern(concern: Concern, *, wholly: bool = False, by: User | None = None) -> None:
    """Remove the person and every word; `wholly` also the history and all but what is counted. Raises Held.

    An open concern is withdrawn with it. Done twice it changes nothing.
    """
    newest = Concern.objects.select_for_update().get(pk=concern.pk)
    if newest.hold:
        raise Held
    if not newest.key:
        return
    _forget_mails(newest)
    sealed_files = _files_of(newest)
    take_down_all_of(newest)
    for relation in Concern._meta.related_objects:
        _empty(relation, newest)
    newest.entries.all().delete()
    newest.opinions.update(sealed=b"")
    if wholly:
        activities_of(newest).delete()
    Concern.objects.filter(pk=newest.pk).update(**_left(newest, wholly=wholly))
    record(newest, "erased", actor=by)
    for token in sealed_files:
        transaction.on_commit(partial(vault.drop_file, token))


def _files_of(concern: Concern) -> list[str]:
    """Where sealed files lie; what a crash leaves of them the orphan job removes."""
    attached = Attachment.objects.filter(entry__concern=concern).values_list("original", "copy")
    mails = Incoming.objects.filter(concern=concern).values_list("original", flat=True)
    return [token for pair in attached for token in pair] + list(mails)


def _empty(relation: ForeignObjectRel, concern: Concern) -> None:
    """Entries come last: others may point to them."""
    model: Any = relation.related_model
    if not issubclass(model, (*KEPT, Entry)) and not relation.many_to_many:
        model._base_manager.filter(**{relation.field.name: concern}).delete()


def _forget_mails(concern: Concern) -> None:
    """The mails of an encrypted concern name it nowhere: they are known by deed and address (`mail_key`)."""
    people = [party.person.email for party in concern.parties.all() if party.person.email]
    deeds = activities_of(concern).values_list("pk", flat=True) if people else []
    forget_mails_about(concern, keys=[mail_key(deed, email) for deed in deeds for email in people])


def _left(concern: Concern, *, wholly: bool) -> dict[str, Any]:
    """The fields of the row that remains; its receipt opens nothing any more."""
    left: dict[str, Any] = {
        "key": b"",
        "sealed": b"",
        "subject": "",
        "place_note": "",
        "form_token": None,
        "code_digest": codes.digest(secrets.token_hex()),
        "version": concern.version + 1,
    }
    if concern.state in OPEN:
        ended = {"state": State.CLOSED, "is_open": False, "waiting_for": "", "outcome": Outcome.WITHDRAWN}
        left |= ended | {"ended_at": timezone.now()}
    if wholly:
        left |= {"reference": codes.new_reference(), "assignee": None, "language": ""}
    return left
