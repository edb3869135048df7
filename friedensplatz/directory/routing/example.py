# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A text that belongs to a label. `weight` 1 is an editor's phrasing."""

    label: str
    text: str
    language: str = ""
    weight: float = 1.0
