# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files as people send them, with a marker wherever a file can tell on its author."""

import io

import pikepdf
from PIL import Image

MARKER = b"TELLTALE-7261"


def picture(kind="JPEG", size=(60, 40), color="red"):
    exif = Image.Exif()
    exif[0x013B] = MARKER.decode()
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, kind, exif=exif, **({"comment": MARKER} if kind == "JPEG" else {}))
    return out.getvalue()


def pdf(**save):
    book = pikepdf.new()
    book.add_blank_page()
    book.docinfo["/Author"] = MARKER.decode()
    with book.open_metadata() as metadata:
        metadata["dc:creator"] = [MARKER.decode()]
    photo = pikepdf.Stream(book, picture())
    photo.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 60, "/Height": 40})
    photo.update({"/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8, "/Filter": pikepdf.Name.DCTDecode})
    page = book.pages[0]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=photo))
    page.Contents = pikepdf.Stream(book, b"q 60 0 0 40 0 0 cm /Im Do Q")
    note = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Text, "/Rect": [0, 0, 9, 9], "/T": MARKER.decode()}
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{MARKER.decode()}')")
    page.Annots = pikepdf.Array([pikepdf.Dictionary({**note, "/A": script})])
    book.Root.OpenAction = script
    book.attachments["secret.txt"] = MARKER
    out = io.BytesIO()
    book.save(out, **save)
    return out.getvalue()


def readable(data):
    """A PDF with nothing compressed, to search it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as book:
        book.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()
