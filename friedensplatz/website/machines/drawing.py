# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Drawing a card: a title in large letters on paper, the house's mark and name below."""

import io
import re
from functools import cache
from itertools import groupby

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

SIZE, MARGIN, GAP = (1200, 630), 90, 1.2
LINE = SIZE[0] - 2 * MARGIN
PAPER, INK, STONE = "#fbf8f2", "#221d17", "#99391f"
TITLE_SIZES, MOST_LINES = (76, 64, 52, 44), 4
NAME_SIZE, LONGEST_LINE = 36, 36
LONG_WORD = re.compile(rf"\S{{{LONGEST_LINE}}}")
FONTS = settings.ROOT / "friedensplatz" / "static" / "fonts"
LAST_LATIN, LAST_CYRILLIC = "\u024f", "\u04ff"
PUNCTUATION = ("\u2000", "\u20bf")

Font = ImageFont.FreeTypeFont


def drawn(title: str, name: str) -> bytes:
    """1200 × 630 points, in the two scripts our fonts have; a title in another one is left to the page itself."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 16), fill=STONE)
    if _is_drawable(title):
        size, lines = _laid_out(title)
        for number, line in enumerate(lines):
            _write(pen, MARGIN, MARGIN + size + number * size * GAP, line, size)
    _draw_mark(pen, MARGIN - 6, SIZE[1] - MARGIN - 88, 3.2)
    if _is_drawable(name):
        _write(pen, MARGIN + 130, SIZE[1] - MARGIN, name, NAME_SIZE)
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _laid_out(title: str) -> tuple[int, list[str]]:
    """The largest letters in which a title fits, and its lines; a longer one is cut."""
    for size in TITLE_SIZES:
        lines = _lines(title, size)
        if len(lines) <= MOST_LINES and all(_width(line, size) <= LINE for line in lines):
            return size, lines
    return size, [*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])[:LONGEST_LINE] + " …"]


def _lines(text: str, size: int) -> list[str]:
    lines: list[str] = []
    for word in LONG_WORD.sub(r"\g<0> ", text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, size) <= LINE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _is_drawable(text: str) -> bool:
    return all(sign <= LAST_CYRILLIC or PUNCTUATION[0] <= sign <= PUNCTUATION[1] for sign in text)


def _pieces(text: str, size: int) -> list[tuple[str, Font]]:
    """A text in pieces, each with the font that has its letters."""
    groups = groupby(text, key=lambda sign: LAST_LATIN < sign <= LAST_CYRILLIC)
    return [("".join(signs), _font("cyrillic" if cyrillic else "latin", size)) for cyrillic, signs in groups]


def _width(text: str, size: int) -> float:
    return sum(font.getlength(piece) for piece, font in _pieces(text, size))


def _write(pen: ImageDraw.ImageDraw, x: float, y: float, text: str, size: int) -> None:
    for piece, font in _pieces(text, size):
        pen.text((x, y), piece, font=font, fill=INK, anchor="ls")
        x += font.getlength(piece)


@cache
def _font(script: str, size: int) -> Font:
    return ImageFont.truetype(str(FONTS / f"fira-sans-{script}-semibold.woff2"), size)


def _draw_mark(pen: ImageDraw.ImageDraw, x: float, y: float, scale: float) -> None:
    """img/mark.svg: a house with an open door, on a line."""
    walls = [(5, 28), (5, 14), (16, 5), (27, 14), (27, 28)]
    for line in (walls, [(2, 28), (30, 28)], [(12, 28), (12, 21)], [(20, 28), (20, 21)]):
        points = [(x + scale * a, y + scale * b) for a, b in line]
        pen.line(points, fill=STONE, width=round(2.5 * scale), joint="curve")
    box = (x + scale * 10.75, y + scale * 15.75, x + scale * 21.25, y + scale * 26.25)
    pen.arc(box, 180, 360, fill=STONE, width=round(2.5 * scale))
