# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A QR code as the path of an SVG drawn by the template: no inline style, one colour, prints well."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def qr_path(text: str) -> dict[str, object]:
    """`d` of a path with one unit per module, and the `size` of the square including its quiet zone."""
    code = qrcode.QRCode(border=2, error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    rows = code.get_matrix()
    dots = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return {"d": "".join(dots), "size": len(rows)}
