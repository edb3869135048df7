# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import io
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from friedensplatz.concerns.tests.samples import MARKER, pdf, picture, readable
from friedensplatz.core.uploads.cleaning import clean
from friedensplatz.core.uploads.jpegs import without_metadata
from friedensplatz.core.uploads.refused import Reason, Refused

LIMIT = 20 * 1024 * 1024


def why_refused(name, data, limit=LIMIT):
    with pytest.raises(Refused) as refused:
        clean(name, data, limit=limit)
    return refused.value.reason


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.JPG"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_pictures_lose_everything_that_tells(kind, name):
    data = picture(kind)
    assert MARKER in data
    copy = clean(name, data, limit=LIMIT).copy
    assert MARKER not in copy
    assert b"Exif" not in copy
    with Image.open(io.BytesIO(copy)) as shown:
        assert (shown.format, shown.size, dict(shown.getexif())) == (kind, (60, 40), {})


def test_pictures_are_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (60, 40)).save(out, "JPEG", exif=exif)
    with Image.open(io.BytesIO(clean("a.jpg", out.getvalue(), limit=LIMIT).copy)) as shown:
        assert shown.size == (40, 60)


def test_transparent_pictures_stay_transparent():
    out = io.BytesIO()
    Image.new("RGBA", (5, 5), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(clean("a.png", out.getvalue(), limit=LIMIT).copy)) as shown:
        assert shown.getpixel((0, 0))[3] == 0


def test_pdf_loses_authors_scripts_and_enclosed_files_and_keeps_its_pages():
    data = pdf()
    assert MARKER in readable(data)
    copy = clean("letter.pdf", data, limit=LIMIT).copy
    for telltale in (MARKER, b"JavaScript", b"OpenAction", b"EmbeddedFile", b"GPS", b"Exif"):
        assert telltale not in readable(copy), telltale
    with pikepdf.open(io.BytesIO(copy)) as book:
        assert len(book.pages) == 1
        assert book.pages[0].Resources.XObject.Im.Width == 60


def test_locked_pdf_is_refused():
    locked = pdf(encryption=pikepdf.Encryption(owner="a", user="b"))
    assert why_refused("a.pdf", locked) == Reason.LOCKED


def test_windows_text_becomes_utf8():
    assert clean("a.txt", "Grüße".encode("cp1252"), limit=LIMIT).copy == "Grüße".encode()
    assert clean("note", "\ufeffHallo".encode(), limit=LIMIT).copy == b"Hallo"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", Reason.EMPTY),
        ("a.jpg", b"%PDF-1.4 liar", Reason.MISMATCH),
        ("a.pdf", picture(), Reason.MISMATCH),
        ("a.txt", b"<html><script>alert(1)</script>", Reason.MISMATCH),
        ("a.txt", b"MZ\x90\x00" + b"\x00" * 300, Reason.MISMATCH),
        ("a.svg", b"<svg onload='alert(1)'/>", Reason.UNKNOWN),
        ("a.html", b"plain words", Reason.UNKNOWN),
        ("a.exe", b"MZ\x90\x00" + b"\x00" * 300, Reason.UNKNOWN),
        ("a.heic", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, Reason.UNKNOWN),
        ("a.jpg", picture()[:300], Reason.BROKEN),
        ("a.pdf", b"%PDF-1.7\nnothing follows", Reason.BROKEN),
    ],
)
def test_files_that_are_not_what_we_take(name, data, reason):
    assert why_refused(name, data) == reason


def test_larger_than_allowed():
    assert why_refused("a.txt", b"x" * 101, limit=100) == Reason.TOO_LARGE


@pytest.mark.parametrize("side", [7200, 30000])
def test_decompression_bombs_are_refused_before_they_unfold(side):
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    assert why_refused("a.png", out.getvalue()) == Reason.TOO_MANY_PIXELS


def test_polyglot_survives_only_as_the_picture():
    copy = clean("a.jpg", picture() + b"<script>alert(1)</script>%PDF-1.4", limit=LIMIT).copy
    assert b"script" not in copy
    assert b"%PDF" not in copy


@given(st.binary(max_size=400), st.sampled_from(["a.jpg", "a.png", "a.pdf", "a.webp", "a.txt", "a"]))
def test_any_bytes_are_taken_or_refused(data, name):
    for head in (b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"%PDF-1.4\n", b"RIFF\x00\x00\x00\x00WEBPVP8 "):
        with suppress(Refused):
            clean(name, head + data, limit=LIMIT)
        without_metadata(head + data)
