# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import NamedTuple


class Arm(NamedTuple):
    """A SELECT of `entry_id, points` with its parameters."""

    sql: str
    params: tuple[int | str, ...]
