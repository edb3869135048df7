# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables as CSV: as spreadsheet programs write it, and so that none of them takes a text for a formula."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

from django.utils.translation import gettext as _

from friedensplatz.core.forms import LANGUAGES
from friedensplatz.directory.parts.content import Content
from friedensplatz.directory.transfer.reading import Refused, Row
from friedensplatz.directory.transfer.tables import TABLES, Table

FORMULA = re.compile(r"'*[=+\-@\t\r]")
QUOTED_FORMULA = re.compile(r"'+[=+\-@\t\r]")
ORDER = {code: number for number, (code, _name) in enumerate(LANGUAGES)}
LIST = ", "
YES, NO = "yes", "no"
BLOCK = 1 << 16
LONGEST_CELL = 1 << 20


def write_csv(table: Table) -> Iterator[str]:
    """The lines of a table, its columns first; read twice, so that every language that is used has its column."""
    columns: dict[str, None] = {}
    for row in table.rows():
        columns |= dict.fromkeys(_flat(row))
    ordered = sorted(columns, key=lambda column: _place(table, column))
    yield "\ufeff" + _line(ordered or table.columns)
    for row in table.rows():
        cells = _flat(row)
        yield _line(_safe(cells.get(column, "")) for column in ordered)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _place(table: Table, column: str) -> tuple[int, int, str]:
    name, _dot, language = column.partition(".")
    return table.columns.index(name), ORDER.get(language, len(ORDER)), language


def _flat(row: Content) -> dict[str, str]:
    cells: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            cells |= {f"{name}.{language}": text for language, text in value.items()}
        else:
            cells[name] = _said(value)
    return cells


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return LIST.join(map(str, value))
    return "" if value is None else str(value)


def _safe(cell: str) -> str:
    """A cell no spreadsheet computes; `_plain` brings back exactly what it was."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if QUOTED_FORMULA.match(cell) else cell


def encoding_of(file: IO[bytes]) -> str:
    """UTF-8, else Windows-1252, read in blocks; raises Refused for UTF-16 and what is no text."""
    start = file.read(4)
    file.seek(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Refused(1, _("The file is in UTF-16. Save it as “CSV UTF-8”."))
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        for block in iter(lambda: file.read(BLOCK), b""):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        file.seek(0)
    return "utf-8-sig"


def table_named(name: str) -> Table:
    """`offices` for `offices.csv` and `offices (2).csv`; Refused for anything else."""
    found = re.match(r"[a-z_]*[a-z]", name)
    if not found or found[0] not in TABLES:
        raise Refused(0, _("Call the file like its table, for example offices.csv."))
    return TABLES[found[0]]


def read_csv(file: IO[bytes], name: str, encoding: str) -> Iterator[Row]:
    """Row by row with its line; Refused with the line where a file cannot be read."""
    table = table_named(name)
    csv.field_size_limit(LONGEST_CELL)
    with io.TextIOWrapper(file, encoding=encoding, newline="") as text:
        header = text.readline()
        delimiter = max(";,\t", key=header.count)
        columns = next(csv.reader([header], delimiter=delimiter), [])
        _check(table, columns)
        rows = _lines(csv.reader(text, delimiter=delimiter, strict=True))
        for number, (line, cells) in enumerate(rows, start=2):
            if len(cells) > len(columns):
                raise Refused(line, _("The line has more cells than there are columns."))
            if any(cells):
                values = _nested(table, dict(zip(columns, map(_plain, cells), strict=False)))
                yield Row(table, line, values, number)


def _lines(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row below the first line, and the line it begins in."""
    line = 2
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 2
    except (csv.Error, UnicodeDecodeError) as error:
        raise Refused(line, _("The line cannot be read: %(reason)s.") % {"reason": error}) from None


def _check(table: Table, columns: list[str]) -> None:
    """Refused when a column is unknown, doubled or the key is missing."""
    for column in columns:
        name, dot, _language = column.partition(".")
        if name not in table.columns or (bool(dot) and not table.is_texts(name)) or columns.count(column) > 1:
            raise Refused(1, _("There is no column “%(column)s” in this table, or twice.") % {"column": column})
    if table.key not in columns:
        raise Refused(1, _("The column “%(column)s” is missing.") % {"column": table.key})


def _nested(table: Table, cells: dict[str, str]) -> Content:
    row: Content = {}
    for column, cell in cells.items():
        name, dot, language = column.partition(".")
        value = cell.replace("\r\n", "\n").replace("\r", "\n")
        if dot:
            row.setdefault(name, {})[language] = value
        elif name != table.key and table.is_list(name):
            row[name] = [part.strip() for part in value.split(",") if part.strip()]
        else:
            row[name] = {"de": value} if name != table.key and table.is_texts(name) else value
    return row
