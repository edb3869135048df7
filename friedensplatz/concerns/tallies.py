# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counts that survive erasure: grounds and fields of discrimination by year, and how they may be shown."""

from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from friedensplatz.concerns.grounds import Ground, LegalField
from friedensplatz.concerns.models import Concern, Kind, Tally

FEWEST = 5
"""A smaller number could point to a person and is not shown."""


def count_concern(concern: Concern) -> None:
    """Count what a new concern tells of grounds and field; call it once, when it is received."""
    if concern.kind != Kind.DISCRIMINATION:
        return
    told, year = concern.particulars, timezone.localdate(concern.received_at).year
    values = [(Tally.What.GROUND, ground) for ground in told.get("grounds", [])]
    for what, value in [*values, (Tally.What.FIELD, told.get("field") or LegalField.OTHER)]:
        row, _new = Tally.objects.get_or_create(year=year, what=what, value=value)
        Tally.objects.filter(pk=row.pk).update(number=F("number") + 1)


@dataclass(frozen=True)
class Figure:
    """One line of a table; `number` is None where it is too small to be shown, or would give away one that is."""

    label: str
    number: int | None


def figures_of_discrimination(year: int) -> dict[str, list[Figure]]:
    """Tables of a year by `Tally.What`, with small cells suppressed."""
    counted: dict[tuple[str, str], int] = {}
    for row in Tally.objects.filter(year=year):
        counted[row.what, row.value] = row.number
    return {
        Tally.What.GROUND.value: suppressed({str(g.label): counted.get((Tally.What.GROUND, g), 0) for g in Ground}),
        Tally.What.FIELD.value: suppressed({str(f.label): counted.get((Tally.What.FIELD, f), 0) for f in LegalField}),
    }


def suppressed(numbers: dict[str, int]) -> list[Figure]:
    """Numbers below five are hidden; a single hidden one takes the next smallest along, or the sum would betray it."""
    hidden = {label for label, number in numbers.items() if 0 < number < FEWEST}
    if len(hidden) == 1:
        others = [label for label in numbers if numbers[label] and label not in hidden]
        hidden |= set(sorted(others, key=numbers.__getitem__)[:1])
    return [Figure(label, None if label in hidden else number) for label, number in numbers.items()]
