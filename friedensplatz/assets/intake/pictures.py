# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures of pixels: their size, and the copies that are shown of them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image

from friedensplatz.core.uploads.pictures import MOST_PIXELS, bad_pictures_refused, fresh_picture
from friedensplatz.core.uploads.refused import Reason, Refused

LARGEST = 1920
WIDTHS = (320, 640, 960, 1280, LARGEST)
TEASER_WIDTHS = (320, 640, 960)
TEASER = 3 / 2
NEARLY = 0.01
FIRST_WIDTH = 960
ORIENTATION, QUARTER_TURNS = 0x0112, frozenset((5, 6, 7, 8))
SAVED = {
    "avif": {"format": "AVIF", "quality": 58, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True},
    "png": {"format": "PNG", "optimize": True},
}


@dataclass(frozen=True)
class Copy:
    """A smaller copy: `shape` is full (the whole picture) or teaser (3:2 around the focal point)."""

    shape: str
    ending: str
    width: int
    height: int
    data: bytes

    @property
    def name(self) -> str:
        return f"{self.shape}-{self.width}.{self.ending}"


def size_of(file: BinaryIO, kind: str) -> tuple[int, int]:
    """Width and height of the upright picture, from its header. Raises Refused."""
    with bad_pictures_refused(), Image.open(file, formats=[kind]) as picture:
        width, height = picture.size
        turned = picture.getexif().get(ORIENTATION) in QUARTER_TURNS
    file.seek(0)
    if width * height > MOST_PIXELS:
        raise Refused(Reason.TOO_MANY_PIXELS)
    return (height, width) if turned else (width, height)


def first_copy(file: BinaryIO, kind: str) -> Copy:
    """One copy every browser shows, made at once: it proves that the picture is whole. Raises Refused."""
    picture = fresh_picture(file, kind, longest=FIRST_WIDTH)
    return _copy("full", _fallback(picture), picture, picture.width)


def all_copies(file: BinaryIO, kind: str, focal: tuple[float, float]) -> Iterator[Copy]:
    """Every copy of a picture, none wider than the picture itself. Raises Refused."""
    picture = fresh_picture(file, kind, longest=2 * LARGEST)
    endings = ("avif", "webp", _fallback(picture))
    yield from _copies("full", picture, WIDTHS, endings)
    if abs(picture.width / picture.height / TEASER - 1) > NEARLY:
        cut = picture.crop(teaser_box(picture.width, picture.height, focal))
        yield from _copies("teaser", cut, TEASER_WIDTHS, endings)


def teaser_box(width: int, height: int, focal: tuple[float, float]) -> tuple[int, int, int, int]:
    """The largest part of 3:2 whose middle is as near to the focal point as the edges allow, in pixels."""
    wide, high = min(width, round(height * TEASER)), min(height, round(width / TEASER))
    left = min(max(round(focal[0] * width - wide / 2), 0), width - wide)
    upper = min(max(round(focal[1] * height - high / 2), 0), height - high)
    return left, upper, left + wide, upper + high


def _copies(shape: str, picture: Image.Image, widths: tuple[int, ...], endings: tuple[str, ...]) -> Iterator[Copy]:
    top = min(picture.width, max(widths))
    for width in sorted({*(width for width in widths if width < top), top}):
        for ending in endings:
            yield _copy(shape, ending, picture, width)


def _copy(shape: str, ending: str, picture: Image.Image, width: int) -> Copy:
    height = max(1, round(picture.height * width / picture.width))
    small = picture if width == picture.width else picture.resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, **SAVED[ending])  # type: ignore[arg-type]
    return Copy(shape, ending, width, height, out.getvalue())


def _fallback(picture: Image.Image) -> str:
    return "png" if picture.mode == "RGBA" else "jpg"
