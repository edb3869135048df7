# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables as JSON: one list of records, each with its `table`, written and read one by one."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import IO, Any

from django.utils.translation import gettext as _

from friedensplatz.directory.transfer.reading import Refused, Row
from friedensplatz.directory.transfer.tables import TABLES, Table

BLOCK = 1 << 16
LONGEST_RECORD = 1 << 20
BETWEEN = re.compile(r"[\s,\[]*")


def write_json(tables: Iterable[Table]) -> Iterator[str]:
    """A list with one record a line."""
    start = "[\n"
    for table in tables:
        for row in table.rows():
            yield start + json.dumps({"table": table.name} | row, ensure_ascii=False)
            start = ",\n"
    yield "[]\n" if start == "[\n" else "\n]\n"


def read_json(file: IO[bytes]) -> Iterator[Row]:
    """Record by record with the line it begins in; Refused with the line where a file cannot be read."""
    for line, record in _records(codecs.getreader("utf-8-sig")(file)):
        table = TABLES.get(record.pop("table", "")) if isinstance(record, dict) else None
        if table is None:
            raise Refused(line, _("A record has to say of which table it is, for example “table”: “offices”."))
        if unknown := record.keys() - {*table.columns}:
            raise Refused(line, _("There is no column “%(column)s” in this table.") % {"column": min(unknown)})
        if table.key not in record:
            raise Refused(line, _("The column “%(column)s” is missing.") % {"column": table.key})
        yield Row(table, line, record)


def _records(text: Any) -> Iterator[tuple[int, Any]]:
    """The elements of a list, with never more than a block and one of them in memory."""
    decode, buffer, line, at = json.JSONDecoder().raw_decode, "", 1, 0
    try:
        for block in iter(partial(text.read, BLOCK), ""):
            buffer, at = buffer[at:] + block, 0
            while found := BETWEEN.match(buffer, at):
                line += buffer.count("\n", at, found.end())
                at = found.end()
                try:
                    record, end = decode(buffer, at)
                except ValueError:
                    break
                yield line, record
                line += buffer.count("\n", at, end)
                at = end
            if len(buffer) - at > LONGEST_RECORD:
                break
    except UnicodeDecodeError:
        raise Refused(line, _("The file is not in UTF-8.")) from None
    if buffer[at:].strip() != "]":
        raise Refused(line, _("This is no list of records in JSON, or it is cut off."))
