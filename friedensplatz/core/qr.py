# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A QR code as the path of an SVG: no inline style, one colour, prints well."""

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_M

MASK = 3  # Any of the eight patterns is valid; trying all of them to find the prettiest is nine tenths of the work.


@lru_cache(maxsize=512)
def qr_path(text: str) -> dict[str, object]:
    """`d` of a path with one unit per module, and the `size` of the square including its quiet zone."""
    code = qrcode.QRCode(border=2, error_correction=ERROR_CORRECT_M, mask_pattern=MASK)
    code.add_data(text)
    rows = code.get_matrix()
    return {"d": "".join(_runs(y, row) for y, row in enumerate(rows)), "size": len(rows)}


def _runs(y: int, row: list[bool]) -> str:
    """The dark modules of a row, neighbours as one bar."""
    marks, start = [], 0
    for x, dark in enumerate([*row, False]):
        if not dark:
            if x > start:
                marks.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            start = x + 1
    return "".join(marks)
