# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""PDF copies without what tells about the author or does something when opened."""

import io
from typing import Any

import pikepdf

from friedensplatz.concerns.uploads.jpegs import without_metadata
from friedensplatz.concerns.uploads.refused import Reason, Refused

MOST_OBJECTS = 200_000
DEEPEST = 60
TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/LegalAttestation", "/Perms", "/DSS")
ACTIVE = ("/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/AF", "/XFA", "/RichMediaContent")
ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToE",
    "/GoToR",
    "/Rendition",
    "/RichMediaExecute",
}
AUTHORS = ("/T", "/M", "/CreationDate", "/NM", "/RC")


def clean_pdf(data: bytes) -> bytes:
    """The same pages, drawn by a new file; raises Refused when it is locked, damaged or suspiciously large."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _written_anew(pdf)
    except pikepdf.PasswordError as error:
        raise Refused(Reason.LOCKED) from error
    except (pikepdf.PdfError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise Refused(Reason.BROKEN) from error


def _written_anew(pdf: pikepdf.Pdf) -> bytes:
    if len(pdf.objects) > MOST_OBJECTS or len(pdf.pages) == 0:
        raise Refused(Reason.BROKEN)
    for thing in pdf.objects:
        _scrub(thing, 0)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    pdf.remove_unreferenced_resources()
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _scrub(thing: Any, depth: int) -> None:
    """Take telling and active keys out of an object and the objects written inside it."""
    if depth > DEEPEST:
        raise Refused(Reason.BROKEN)
    if isinstance(thing, pikepdf.Array):
        parts = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        _scrub_keys(thing)
        parts = [part for _key, part in thing.items()]
    else:
        return
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            _scrub(part, depth + 1)


def _scrub_keys(thing: Any) -> None:
    doomed = [*TELLING, *ACTIVE]
    if str(thing.get("/S", "")) in ACTIONS:
        doomed += ["/S", "/F", "/URI"]
    if _is_note(thing):
        doomed += AUTHORS
    for key in doomed:
        if key in thing:
            del thing[key]
    if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") == pikepdf.Name.DCTDecode:
        thing.write(without_metadata(thing.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)


def _is_note(thing: Any) -> bool:
    """A mark somebody left on a page, which names them; form fields use the same keys for other things."""
    return "/Rect" in thing and "/Subtype" in thing and str(thing["/Subtype"]) != "/Widget"
