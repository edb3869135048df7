# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import NamedTuple


class Example(NamedTuple):
    """A text and the office it belongs to. `weight` 1 is a person's report that an office has answered for."""

    text: str
    office: str
    district: str = ""
    place: str = ""
    category: str = ""
    weight: float = 1.0
