# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The offices as a tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from friedensplatz.core.languages import pick
from friedensplatz.directory.models import Office, OfficeName
from friedensplatz.directory.opening import Opening, opening_of
from friedensplatz.directory.timetables import Timetables, timetables


@dataclass
class Branch:
    """An office, whether it is open (None when no hours are known), and what stands below it."""

    office: Office
    opening: Opening | None
    branches: list["Branch"] = field(default_factory=list)

    @property
    def former_names(self) -> list[OfficeName]:
        return list(self.office.names.all())[:-1]

    @property
    def is_open(self) -> bool:
        return self.opening is not None and self.opening.is_open


def tree_of(offices: Iterable[Office], *, only_open: bool = False) -> list[Branch]:
    """Offices below the office they belong to; those whose parent is not among them stand at the root. By name.

    Fetch the contacts with them.
    """
    times = timetables()
    branches = (_branch_of(office, times) for office in offices)
    found = {branch.office.pk: branch for branch in branches if branch.is_open or not only_open}
    roots: list[Branch] = []
    for branch in sorted(found.values(), key=lambda one: pick(one.office.name).text.casefold()):
        above = found.get(branch.office.parent_id or 0)
        (above.branches if above else roots).append(branch)
    return roots


def _branch_of(office: Office, times: Timetables) -> Branch:
    contact = getattr(office, "contact", None)
    return Branch(office, opening_of(contact, times) if contact else None)


def below(top: int, offices: Iterable[tuple[int, int | None]]) -> set[int]:
    """The key of an office and those of all below it, from pairs of (office, parent). A ring in the data ends the walk."""
    children: dict[int, list[int]] = {}
    for key, parent in offices:
        children.setdefault(parent or 0, []).append(key)
    found, waiting = {top}, [top]
    while waiting:
        fresh = [key for key in children.get(waiting.pop(), []) if key not in found]
        found.update(fresh)
        waiting += fresh
    return found
