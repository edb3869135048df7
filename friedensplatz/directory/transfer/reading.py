# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What reading a table gives."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from friedensplatz.directory.parts.content import Content
from friedensplatz.directory.transfer.tables import Table


class Refused(Exception):
    """A file that cannot be read on: in which line (0 = as a whole) and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


@dataclass(frozen=True)
class Row:
    """One row of a table, the line it begins in and, where cells have several lines, its number in a spreadsheet."""

    table: Table
    line: int
    values: Content
    number: int = 0

    @property
    def place(self) -> str:
        place = line_called(self.line)
        return place if self.number in {0, self.line} else f"{place} ({_('row %(number)s') % {'number': self.number}})"


def line_called(number: int) -> str:
    """How a line is named to people; 0 = the file as a whole."""
    return _("line %(number)s") % {"number": number} if number else ""
