# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The concerns' part of a city's folder: `concerns.yaml`, what the city promises and which office takes which kind, and who
else helps."""

from collections.abc import Mapping
from typing import Literal

from friedensplatz.concerns.grounds import LegalField
from friedensplatz.concerns.models import Kind, Pointer, Protection, Retention, Rule
from friedensplatz.concerns.workflow import Outcome
from friedensplatz.core.loading import Folder, Shape, Writer, loads_city
from friedensplatz.directory.models import Office

FILE = "concerns.yaml"


class RuleShape(Shape):
    kind: Kind
    office: str | None = None
    also: list[str] = []
    acknowledge_days: int
    answer_days: int
    remind_days: str = "14,3"
    resident_months: int | None = None
    source: str = ""
    as_of: str = ""


class RetentionShape(Shape):
    kind: Kind | Literal[""] = ""
    protection: Protection | Literal[""] = ""
    outcome: Outcome | Literal[""] = ""
    start: Retention.Start = Retention.Start.ENDED
    months: int
    deed: Retention.Deed = Retention.Deed.DELETE
    offer: bool = False
    source: str = ""
    as_of: str = ""


class PointerShape(Shape):
    field: LegalField
    name: dict[str, str]
    why: dict[str, str] = {}
    phone: str = ""
    website: str = ""
    source: str = ""
    as_of: str = ""


class ConcernsShape(Shape):
    rules: list[RuleShape] = []
    pointers: list[PointerShape] = []
    retention: list[RetentionShape] = []


@loads_city
def concern_rules(folder: Folder) -> Writer:
    shape = folder.read(FILE, ConcernsShape) or ConcernsShape()
    offices = folder.known.get("office", set())
    for rule in shape.rules:
        for slug in filter(None, [rule.office, *rule.also]):
            if slug not in offices:
                folder.report(FILE, f"rules: {rule.kind}", f"no office {slug}")
    return lambda progress: _write(shape)


def _write(shape: ConcernsShape) -> Mapping[str, int]:
    """Rules nobody has made here yet: what an administrator changed is not written over."""
    for rule in shape.rules:
        fields = rule.model_dump(exclude={"kind", "office", "also"})
        office = Office.objects.get(slug=rule.office) if rule.office else None
        row, is_new = Rule.objects.get_or_create(kind=rule.kind, defaults={"office": office, **fields})
        if is_new:
            row.also.set(Office.objects.filter(slug__in=rule.also))
    if not Pointer.objects.exists():
        Pointer.objects.bulk_create(Pointer(**pointer.model_dump()) for pointer in shape.pointers)
    if not Retention.objects.exists():
        Retention.objects.bulk_create(Retention(**one.model_dump()) for one in shape.retention)
    return {"rules for concerns": len(shape.rules), "pointers": len(shape.pointers)}
