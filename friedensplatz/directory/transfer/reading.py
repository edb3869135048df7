# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What reading a table gives."""

from dataclasses import dataclass

from friedensplatz.directory.parts.content import Content
from friedensplatz.directory.transfer.tables import Table


class Refused(Exception):
    """A file that cannot be read on: in which line (0 = as a whole) and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


@dataclass(frozen=True)
class Row:
    """One row of a table and the line it begins in."""

    table: Table
    line: int
    values: Content
