# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files as people send them, good and bad."""

import io
import zipfile
import zlib

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from friedensplatz.assets.actions import add_asset

FACTS = {
    "title": {"de": "Rathaus"},
    "alt": {"de": "Das Rathaus im Schnee."},
    "creator": "Ada Beispiel",
    "licence": "CC-BY-4.0",
    "source": "photo.example",
}


def picture(width=1200, height=600, colour=(153, 57, 31), kind="PNG", **how):
    """A picture whose left half has one colour and whose right half is white."""
    image = Image.new(how.pop("mode", "RGB"), (width, height), "white")
    image.paste(colour, (0, 0, width // 2, height))
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def photo_with_place():
    """A photo that tells by which camera it was taken, where, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Nosy Camera"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 50.0)
    return picture(kind="JPEG", exif=exif)


def pdf(*, tagged=True, language="de", title="Richtlinie", claim=True, pages=1, root=None):
    out = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        if tagged:
            document.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
            document.Root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
        if language:
            document.Root.Lang = pikepdf.String(language)
        for name, value in (root or {}).items():
            document.Root[name] = value
        with document.open_metadata() as about:
            if title:
                about["dc:title"] = title
            if claim:
                about["pdfuaid:part"] = "1"
        document.save(out)
    return out.getvalue()


def zip_named_pdf():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"\0" * 10_000_000)
    return out.getvalue()


def pdf_bomb(megabytes=300):
    """A PDF of some hundred kilobytes whose objects unpack to so many megabytes."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(b"2 0 << /Type /Catalog /Pages 3 0 R >>")]
    parts += [packer.compress(b" " * (1 << 20)) for _ in range(megabytes)]
    packed = b"".join([*parts, packer.flush()])
    objects = {
        1: b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(packed), packed),
        3: b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        5: b"<< /Type /Page /Parent 3 0 R /MediaBox [0 0 9 9] >>",
    }
    out, places = b"%PDF-1.5\n", {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = [(0, 0, 255), (1, places[1], 0), (2, 1, 0), (1, places[3], 0), (1, len(out), 0), (1, places[5], 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(4, "big") + bytes([more]) for kind, place, more in rows)
    head = b"<< /Type /XRef /Size 6 /W [1 4 1] /Root 2 0 R /Length %d >>" % len(table)
    end = b"startxref\n%d\n%%%%EOF" % len(out)
    return out + b"4 0 obj\n" + head + b"\nstream\n" + table + b"\nendstream\nendobj\n" + end


def upload(name="rathaus.png", data=None):
    return SimpleUploadedFile(name, picture() if data is None else data)


def make_asset(name="rathaus.png", data=None, *, by=None, **facts):
    """An asset of the library that may be published; without `data` a picture of its own."""
    data = data or picture(colour=tuple(zlib.crc32(name.encode()) >> shift & 255 for shift in (0, 8, 16)))
    return add_asset(name, upload(name, data), by=by, **(FACTS | facts))
