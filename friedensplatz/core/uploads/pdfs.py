# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""PDF copies without what tells about the author or does something when opened."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import pikepdf
from pikepdf.settings import set_qpdf_limits

from friedensplatz.core.uploads.jpegs import without_metadata
from friedensplatz.core.uploads.refused import Reason, Refused

MOST_OBJECTS = 200_000
MOST_UNPACKED = 100 * 1024 * 1024
# Of one stream, in bytes: a file of a few hundred kilobytes could unpack to all memory of the machine.
set_qpdf_limits(flate_max_memory=MOST_UNPACKED, run_length_max_memory=MOST_UNPACKED, dct_max_memory=MOST_UNPACKED)
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


@contextmanager
def opened_pdf(file: BinaryIO) -> Iterator[pikepdf.Pdf]:
    """A PDF to be read; Refused when it is locked, damaged or suspiciously large, also when that shows later."""
    try:
        with pikepdf.open(file) as pdf:
            if len(pdf.objects) > MOST_OBJECTS or len(pdf.pages) == 0:
                raise Refused(Reason.BROKEN)
            yield pdf
    except pikepdf.PasswordError as error:
        raise Refused(Reason.LOCKED) from error
    except (pikepdf.PdfError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise Refused(Reason.BROKEN) from error


def clean_pdf(data: bytes) -> bytes:
    """The same pages, drawn by a new file; raises Refused."""
    with opened_pdf(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            for holder in holders_in(thing):
                _scrub_keys(holder)
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        pdf.remove_unreferenced_resources()
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def holders_in(thing: Any, depth: int = 0) -> Iterator[Any]:
    """An object and those written inside it that hold keys. Each is given before its parts are looked at."""
    if depth > DEEPEST:
        raise Refused(Reason.BROKEN)
    parts: list[Any] = []
    if isinstance(thing, pikepdf.Array):
        parts = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        parts = [part for _key, part in thing.items()]
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from holders_in(part, depth + 1)


def _scrub_keys(thing: Any) -> None:
    """Take telling and active keys out."""
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
