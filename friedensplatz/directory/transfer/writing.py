# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From files to an import, from a confirmed import to rows: all of it or nothing."""

import secrets
from collections.abc import Iterable
from typing import IO, Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.core.loading import Problem
from friedensplatz.directory.actions import ChangedMeanwhile, add_thing, change_part
from friedensplatz.directory.models import Import, ImportedChange
from friedensplatz.directory.parts.content import fingerprint
from friedensplatz.directory.parts.offices import RingInTree
from friedensplatz.directory.transfer.tables import TABLES

FOLDER = "imports"
State = Import.State


def take_files(files: Iterable[tuple[str, IO[bytes]]], *, by: User | None) -> Import:
    """Keep files, each with its name, to be read by the worker."""
    kept = [
        {"name": name, "place": default_storage.save(f"{FOLDER}/{secrets.token_hex(16)}", File(file))}
        for name, file in files
    ]
    return Import.objects.create(files=kept, by=by)


def confirm(one: Import, mark: str) -> bool:
    """Have exactly the changes written that somebody saw; False when these are not the newest."""
    return bool(Import.objects.filter(pk=one.pk, state=State.READY, mark=mark).update(state=State.WRITING))


def give_up(one: Import) -> None:
    """Forget the files and changes of an import that is not being written."""
    if Import.objects.filter(pk=one.pk).exclude(state=State.WRITING).update(state=State.GIVEN_UP):
        _forget(one)


def write(one: Import) -> None:
    """Write a confirmed import. When something has changed in between it is read anew and waits to be confirmed."""
    try:
        with transaction.atomic():
            waiting = list(one.changes.order_by("-is_new", "pk"))
            made: set[object] = set()
            while waiting:
                left = [change for change in waiting if not _written(change, made, by=one.by)]
                if len(left) == len(waiting):
                    raise _Impossible(left[0], _("something it names is not there any more"))
                waiting = left
            one.state = State.DONE
            one.save(update_fields=["state"])
            record(one, "imported", actor=one.by, changes=one.changes.count())
    except ChangedMeanwhile:
        one.changes.all().delete()
        one.state, one.rows, one.problems = State.CHECKING, 0, []
        one.notes = [
            _("Something in the directory has changed in between. The files were read anew; please look again.")
        ]
        one.save()
    except _Impossible as fault:
        one.state, one.problems = State.REFUSED, [vars(Problem("", fault.change.place, str(fault)))]
        one.save(update_fields=["state", "problems"])
    else:
        _forget(one)


class _Impossible(Exception):
    def __init__(self, change: ImportedChange, reason: str) -> None:
        super().__init__(reason)
        self.change = change


def _written(change: ImportedChange, made: set[object], *, by: User | None) -> bool:
    """Write one change, and note what it has made; False when it needs something that another one makes first."""
    table = TABLES[change.table]
    part, mark = table.part, (table.part.model, change.key)
    thing: Any = table.things([change.key]).get(change.key)
    if change.is_new and thing:
        raise ChangedMeanwhile(change.before)
    if not change.is_new and not thing:
        return False
    try:
        if change.is_new:
            add_thing(part.name, change.after, by=by, slug=change.key)
            made.add(mark)
        else:
            before = part.read(thing) if mark in made else change.before
            change_part(thing, part.name, change.after, seen=fingerprint(before), by=by, verb="imported")
    except ObjectDoesNotExist:
        return False
    except RingInTree:
        raise _Impossible(change, _("An office cannot stand below itself.")) from None
    except (IntegrityError, DataError):
        raise _Impossible(change, _("it contradicts something that is there already")) from None
    return True


def _forget(one: Import) -> None:
    for file in one.files:
        default_storage.delete(file["place"])
    one.changes.all().delete()
