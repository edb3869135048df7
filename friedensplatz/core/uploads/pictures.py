# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

from friedensplatz.core.uploads.refused import Reason, Refused

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 3000


def clean_picture(data: bytes, kind: str) -> bytes:
    """The picture drawn anew, upright, at most LONGEST_SIDE pixels; no EXIF, GPS, profile or comment survives."""
    out = io.BytesIO()
    fresh_picture(io.BytesIO(data), kind).save(out, kind, quality=85)
    return out.getvalue()


def fresh_picture(file: BinaryIO, kind: str, *, longest: int = LONGEST_SIDE) -> Image.Image:
    """Nothing but the pixels: upright, at most `longest` a side, in the colours every screen shows (sRGB).

    `kind` is Pillow's name of the format. Raises Refused when it does not decode to its last line or is too large.
    """
    with bad_pictures_refused():
        return _drawn_anew(file, kind, longest)


@contextmanager
def bad_pictures_refused() -> Iterator[None]:
    """What Pillow says about a damaged or monstrous picture, as Refused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    except Image.DecompressionBombError as error:
        raise Refused(Reason.TOO_MANY_PIXELS) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise Refused(Reason.BROKEN) from error


def _drawn_anew(file: BinaryIO, kind: str, longest: int) -> Image.Image:
    with Image.open(file, formats=[kind]) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Refused(Reason.TOO_MANY_PIXELS)
        if kind == "JPEG":
            picture.draft("RGB", (longest, longest))
        profile = picture.info.get("icc_profile")
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((longest, longest))
        mode = "RGBA" if kind != "JPEG" and upright.has_transparency_data else "RGB"
        fresh = Image.new(mode, upright.size)
        fresh.paste(_in_screen_colours(upright, profile).convert(mode))
        return fresh


def _in_screen_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Cameras of phones use wider colours than sRGB, which look dull once the profile that says so is gone."""
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK"}:
        return picture
    mode = "RGB" if picture.mode == "CMYK" else picture.mode
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError):
        return picture
