# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from enum import StrEnum


class Reason(StrEnum):
    """Why a file was not taken; `forms.files` has the sentence for the person."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"
    MISMATCH = "mismatch"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"
    LOCKED = "locked"


class Refused(Exception):
    """A file that is not taken."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
