# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""PDFs: how many pages, and whether people who hear them instead of seeing them can follow (ISO 14289-1)."""

from typing import Any, BinaryIO

import pikepdf

from friedensplatz.core.uploads.pdfs import holders_in, opened_pdf
from friedensplatz.core.uploads.refused import Reason, Refused

DOES_SOMETHING = frozenset(("/JavaScript", "/Launch", "/ImportData", "/RichMediaExecute"))
TAGS, LANGUAGE, TITLE, CLAIM = "tags", "language", "title", "claim"


def read_document(file: BinaryIO) -> tuple[int, list[str]]:
    """Number of pages, and what it lacks: tags, the language, a title, the claim to follow PDF/UA. Raises Refused.

    The file itself stays as it is: writing it anew would break signatures and the claim.
    """
    with opened_pdf(file) as pdf:
        for thing in pdf.objects:
            for holder in holders_in(thing):
                _check_still(holder)
        return len(pdf.pages), _lacks(pdf)


def _check_still(holder: Any) -> None:
    action = str(holder.get("/S", ""))
    if action in DOES_SOMETHING or "/JS" in holder:
        raise Refused(Reason.ACTIVE, action if action in DOES_SOMETHING else "/JavaScript")


def _lacks(pdf: pikepdf.Pdf) -> list[str]:
    root, about = pdf.Root, pdf.open_metadata()
    marked = "/MarkInfo" in root and bool(root.MarkInfo.get("/Marked", False))
    there = {
        TAGS: marked and "/StructTreeRoot" in root,
        LANGUAGE: bool(str(root.get("/Lang", ""))),
        TITLE: bool(about.get("dc:title") or str(pdf.docinfo.get("/Title", ""))),
        CLAIM: bool(about.get("pdfuaid:part")),
    }
    return [fact for fact, is_there in there.items() if not is_there]
