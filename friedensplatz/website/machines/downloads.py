# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Datasets as files. Rows are written as they are read: a file may be larger than the memory."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from friedensplatz.core.datasets import Dataset, Row
from friedensplatz.core.languages import EASY
from friedensplatz.core.linked import CONTEXT
from friedensplatz.website.machines.licences import data_licence

BETWEEN = "|"
"""What separates the codes of a list in a cell."""


@dataclass(frozen=True)
class Format:
    """A kind of file; `code` is its name in the EU's list of file types."""

    code: str
    media_type: str
    write: Callable[[Dataset], Iterator[str]]

    @property
    def name(self) -> str:
        return self.code.replace("_", "-")


class _Line:
    """What the csv module writes to: the last line."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def as_csv(dataset: Dataset) -> Iterator[str]:
    """RFC 4180 in UTF-8: a header, then a line a row; a translated text has a column for each language."""
    line = _Line()
    writer = csv.writer(line)
    for number, row in enumerate(dataset.rows()):
        flat = _flat(row)
        if number == 0:
            writer.writerow(flat)
            yield line.text
        writer.writerow(flat.values())
        yield line.text


def as_json(dataset: Dataset) -> Iterator[str]:
    """What it is and under which licence, then the rows, a line each."""
    head = {"title": str(dataset.title), "description": str(dataset.about), "license": data_licence().address}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "items": [\n'
    yield from _joined(json.dumps(row, ensure_ascii=False) for row in dataset.rows())
    yield "\n]}\n"


def as_json_ld(dataset: Dataset) -> Iterator[str]:
    """The dataset in the words of schema.org."""
    yield json.dumps({"@context": CONTEXT})[:-1] + ', "@graph": [\n'
    yield from _joined(json.dumps(node, ensure_ascii=False) for node in (dataset.linked or list)())
    yield "\n]}\n"


FORMATS = {
    "csv": Format("CSV", "text/csv", as_csv),
    "json": Format("JSON", "application/json", as_json),
    "jsonld": Format("JSON_LD", "application/ld+json", as_json_ld),
}


def formats_of(dataset: Dataset) -> list[str]:
    """The endings of the files a dataset comes in."""
    return [ending for ending in FORMATS if ending != "jsonld" or dataset.linked]


def _joined(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield f",\n{text}" if number else text


def _flat(row: Row) -> Row:
    flat: Row = {}
    for name, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{name}_{code}": value.get(code, "") for code in (*dict(settings.LANGUAGES), EASY)}
        else:
            flat[name] = _cell(value)
    return flat


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return BETWEEN.join(value)
    return {True: "yes", False: "no", None: ""}.get(value, value) if value is None or isinstance(value, bool) else value
