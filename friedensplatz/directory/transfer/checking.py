# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What would files change? Compared chunk by chunk; after a fault or a restart it goes on where it was."""

import hashlib
import json
import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import PurePath
from typing import IO, Any, cast

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from pydantic import ValidationError

from friedensplatz.core.loading import Problem
from friedensplatz.directory.models import Import, ImportedChange
from friedensplatz.directory.parts.content import Content, key_name
from friedensplatz.directory.transfer import csvs, jsons
from friedensplatz.directory.transfer.reading import Refused, Row, line_called
from friedensplatz.directory.transfer.reasons import reason_of
from friedensplatz.directory.transfer.tables import CHUNK, MAKING, TABLES, Table

MOST_ROWS = 200_000
MOST_OF_ONE = 20_000
MOST_CHANGES = 2_000
MOST_PROBLEMS = 100


@dataclass(frozen=True)
class Group:
    """The rows of a file that stand together and belong to one part of one thing."""

    file: str
    table: Table
    key: Any
    rows: list[Row]


def check(one: Import, *, seconds: float = math.inf) -> None:
    """Read all files of an import and keep what they would change; then it is READY or REFUSED.

    After so many seconds it stops and goes on when called again, so that other jobs need not wait.
    """
    begun = time.monotonic()
    seen: set[tuple[str, str]] = set()
    passed, chunk = 0, []
    try:
        for group in _groups(one):
            passed += len(group.rows)
            _once(group, seen)
            if passed > one.rows:
                chunk.append(group)
            if len(chunk) == CHUNK:
                _compare(one, chunk, passed)
                chunk = []
                if time.monotonic() - begun > seconds:
                    return
        _compare(one, chunk, passed)
    except _Stop as stop:
        one.problems.append(vars(stop.problem))
    _finish(one)


class _Stop(Exception):
    """Reading on makes no sense."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        super().__init__(reason)
        self.problem = Problem(file, place, reason)


def _groups(one: Import) -> Iterator[Group]:
    numbers = count(1)
    for file in one.files:
        try:
            rows = _not_too_many(zip(_rows(one, file), numbers, strict=False))
            for (table, key), some in groupby(rows, key=_belongs_to):
                if table.part.many:
                    yield Group(
                        file["name"], table, key, list(_not_too_many(zip(some, count(1), strict=False), MOST_OF_ONE))
                    )
                else:
                    yield from (Group(file["name"], table, key, [row]) for row in some)
        except Refused as refused:
            raise _Stop(file["name"], line_called(refused.line), refused.reason) from None


def _not_too_many(rows: Iterable[tuple[Row, int]], most: int | None = None) -> Iterator[Row]:
    """Numbered rows as far as one import, or one thing in it, may have them; Refused at the first too many."""
    most = most or MOST_ROWS
    for row, number in rows:
        if number > most:
            reason = _("There are more than %(most)s rows. Split the file into several imports.")
            raise Refused(row.line, reason % {"most": most})
        yield row


def _rows(one: Import, file: dict[str, str]) -> Iterator[Row]:
    path = PurePath(file["name"])
    with default_storage.open(file["place"]) as opened:
        stored = cast(IO[bytes], opened.file)
        if path.suffix.lower() == ".json":
            yield from jsons.read_json(stored)
            return
        encoding = csvs.encoding_of(stored)
        note = _("%(file)s is not in UTF-8. It was read as Windows-1252: look at the umlauts.") % {"file": path.name}
        if encoding == "cp1252" and note not in one.notes:
            one.notes.append(note)
        yield from csvs.read_csv(stored, path.stem.lower(), encoding)


def _belongs_to(row: Row) -> tuple[Table, Any]:
    return row.table, row.values[row.table.key]


def _once(group: Group, seen: set[tuple[str, str]]) -> None:
    """Stop when rows of a thing stand apart, or twice."""
    place = group.rows[0].place
    mark = (group.table.name, str(group.key))
    if mark in seen:
        raise _Stop(
            group.file,
            place,
            _("“%(key)s” stood here before; its rows have to stand together, each once.") % {"key": group.key},
        )
    seen.add(mark)


@transaction.atomic
def _compare(one: Import, groups: list[Group], passed: int) -> None:
    """Keep the changes of a chunk, its problems, and that it has been read; all three or nothing."""
    changes: list[ImportedChange] = []
    for table, some in groupby(groups, key=lambda group: group.table):
        chunk = list(some)
        things = table.things(str(group.key) for group in chunk)
        for group in chunk:
            thing = things.get(str(group.key))
            before = table.part.read(thing) if thing else table.blank()
            if problems := list(_problems(group, before)):
                one.problems += problems
            elif change := _change(one, group, before, is_here=thing is not None):
                changes.append(change)
    ImportedChange.objects.bulk_create(changes)
    one.rows = max(one.rows, passed)
    one.save(update_fields=["rows", "problems", "notes"])
    if len(one.problems) > MOST_PROBLEMS:
        raise _Stop("", "", _("There are more. Mend these first."))
    if one.changes.count() > MOST_CHANGES:
        raise _Stop(
            "",
            "",
            _("More than %(most)s things would change. Split the file into several imports.") % {"most": MOST_CHANGES},
        )


def _problems(group: Group, before: Content) -> Iterator[dict[str, str]]:
    """One for each field of each row that is wrong."""
    for row in group.rows:
        try:
            group.table.checked_key(group.key)
            _shaped(group, before, [row])
        except ValidationError as wrong:
            for detail in wrong.errors(include_url=False):
                column = ".".join(part for part in detail["loc"] if isinstance(part, str)) or group.table.key
                yield vars(Problem(group.file, f"{row.place}, {column}", reason_of(detail)))


def _change(one: Import, group: Group, before: Content, *, is_here: bool) -> ImportedChange | None:
    table, after = group.table, _shaped(group, before, group.rows)
    if is_here and before == after:
        return None
    place = f"{group.file}, {group.rows[0].place}"
    is_new = not is_here and MAKING[table.part.model] == table.name
    return ImportedChange(
        of=one, table=table.name, key=group.key, place=place, is_new=is_new, before=before, after=after
    )


def _shaped(group: Group, before: Content, rows: list[Row]) -> Content:
    own = {group.table.key} - {*group.table.part.shape.model_fields}
    values = [{name: value for name, value in row.values.items() if name not in own} for row in rows]
    return group.table.part.shaped(group.table.changed(before, values))


def _finish(one: Import) -> None:
    """Look whether everything exists that is named, take the fingerprint of all changes, say how it ends."""
    mark = hashlib.sha256()
    for change in one.changes.order_by("pk").iterator():
        mark.update(json.dumps([change.table, change.key, change.before, change.after], sort_keys=True).encode())
    one.problems += _missing(one) if not one.problems else []
    one.mark = mark.hexdigest()
    one.state = Import.State.REFUSED if one.problems else Import.State.READY
    one.save(update_fields=["problems", "notes", "mark", "state"])


def _missing(one: Import) -> list[dict[str, str]]:
    """Named things that are neither here nor made by this import, and things whose parts come without themselves."""
    making = {
        (TABLES[table].part.model, key) for table, key in one.changes.filter(is_new=True).values_list("table", "key")
    }
    problems = []
    for change in one.changes.order_by("pk").iterator():
        table = TABLES[change.table]
        named = [] if change.is_new else [(table.key, (table.part.model,), change.key)]
        for column, models, key in [*named, *table.references(change.after)]:
            if not any((model, str(key)) in making or _is_here(model, key, table) for model in models):
                reason = _("“%(key)s” is not known.") % {"key": key}
                file, _comma, place = change.place.partition(", ")
                problems.append(vars(Problem(file, f"{place}, {column}", reason)))
        if len(problems) > MOST_PROBLEMS:
            break
    return problems


def _is_here(model: type[Model], key: Any, table: Table) -> bool:
    name = table.key if model is table.part.model and table.key == "name" else key_name(model)
    return model._default_manager.filter(**{name: key}).exists()
