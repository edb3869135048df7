# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What may be said about an exception in logs and rows: never its text, which may quote what a person wrote."""

import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def place_of(error: BaseException) -> str:
    """The kind of an exception and the last line of the house it passed, e.g. `ValueError at core/jobs.py:42`."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT / "friedensplatz")]
    if not ours:
        return type(error).__name__
    where = Path(ours[-1].filename).relative_to(ROOT / "friedensplatz")
    return f"{type(error).__name__} at {where}:{ours[-1].lineno}"
