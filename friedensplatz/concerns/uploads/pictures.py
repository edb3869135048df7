# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import io
import warnings

from PIL import Image, ImageOps

from friedensplatz.concerns.uploads.refused import Reason, Refused

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 3000


def clean_picture(data: bytes, kind: str) -> bytes:
    """The picture drawn anew, upright, at most LONGEST_SIDE pixels; no EXIF, GPS, profile or comment survives."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _drawn_anew(data, kind)
    except Image.DecompressionBombError as error:
        raise Refused(Reason.TOO_MANY_PIXELS) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise Refused(Reason.BROKEN) from error


def _drawn_anew(data: bytes, kind: str) -> bytes:
    with Image.open(io.BytesIO(data), formats=[kind]) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Refused(Reason.TOO_MANY_PIXELS)
        if kind == "JPEG":
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        mode = "RGBA" if kind != "JPEG" and upright.has_transparency_data else "RGB"
        fresh = Image.new(mode, upright.size)
        fresh.paste(upright.convert(mode))
    out = io.BytesIO()
    fresh.save(out, kind, quality=85)
    return out.getvalue()
