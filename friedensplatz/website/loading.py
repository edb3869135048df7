# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The website's part of a city's folder: `accessibility.yaml`, the accessibility statement with its barriers."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from friedensplatz.core.languages import Translated
from friedensplatz.core.loading import Folder, Shape, Writer, loads_city
from friedensplatz.website.models import Barrier, Statement

Texts = Annotated[Translated, Field(min_length=1)]


class BarrierShape(Shape):
    what: Texts
    where: Texts
    alternative: Texts
    reason: Barrier.Reason
    criterion: str = ""
    blocks: bool = False
    since: dt.date
    planned_until: dt.date | None = None


class StatementShape(Shape):
    summary: Texts
    method: Statement.Method
    method_note: Translated = {}
    made_on: dt.date
    reviewed_on: dt.date
    barriers: list[BarrierShape] = []


@loads_city
def statement(folder: Folder) -> Writer:
    """The statement, unless one is kept here already: an editor's work is not written over."""
    shape = folder.read("accessibility.yaml", StatementShape)
    return lambda progress: _write(shape) if shape and not Statement.objects.exists() else {}


def _write(shape: StatementShape) -> Mapping[str, int]:
    Statement.objects.create(pk=1, **shape.model_dump(exclude={"barriers"}))
    Barrier.objects.bulk_create(Barrier(**barrier.model_dump()) for barrier in shape.barriers)
    return {"known barriers": len(shape.barriers)}
