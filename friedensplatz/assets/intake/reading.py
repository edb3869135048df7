# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a file to the facts about it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO

from friedensplatz.core.uploads.refused import Reason, Refused

HEAD = 1024
ALIASES = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "m4v": "mp4", "oga": "ogg", "opus": "ogg"}
KINDS = {
    **dict.fromkeys(("jpg", "png", "webp", "avif", "svg"), "image"),
    "pdf": "document",
    **dict.fromkeys(("mp4", "webm"), "video"),
    **dict.fromkeys(("mp3", "ogg"), "audio"),
}
MEDIA_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
}
FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}
"""Pillow's names of the pictures made of pixels."""


@dataclass(frozen=True)
class Facts:
    """What is true of a file; pixels of the upright picture, `lacks` in the words of `documents`."""

    kind: str
    ending: str
    width: int | None = None
    height: int | None = None
    pages: int | None = None
    tagged: bool | None = None
    lacks: list[str] = field(default_factory=list)


def read_facts(name: str, file: BinaryIO) -> Facts:
    """The facts of a file at its beginning. Raises Refused when it is of another type than we show or its name says."""
    head = file.read(HEAD)
    file.seek(0)
    if not head:
        raise Refused(Reason.EMPTY)
    ending = ending_by_content(head)
    said = PurePath(name).suffix.lstrip(".").lower()
    said = ALIASES.get(said, said)
    if said and said not in KINDS:
        raise Refused(Reason.UNKNOWN)
    if ending is None or (said and said != ending):
        raise Refused(Reason.MISMATCH if said else Reason.UNKNOWN)
    return _reader_of(ending)(ending, file)


def ending_by_content(head: bytes) -> str | None:
    """One of our types by its first bytes, or None."""
    if head[4:8] == b"ftyp":
        return "avif" if head[8:12] in {b"avif", b"avis"} else None if head[8:11] == b"hei" else "mp4"
    if head[:4] == b"RIFF":
        return "webp" if head[8:12] == b"WEBP" else None
    if head[:2] == b"\xff\xfb" or head[:2] == b"\xff\xf3":
        return "mp3"
    for signature, ending in SIGNATURES.items():
        if head.startswith(signature):
            return ending
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "svg" if text.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in text else None


SIGNATURES = {
    b"\xff\xd8\xff": "jpg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"%PDF-": "pdf",
    b"\x1a\x45\xdf\xa3": "webm",
    b"ID3": "mp3",
    b"OggS": "ogg",
}


def _reader_of(ending: str) -> Callable[[str, BinaryIO], Facts]:
    """Pillow and pikepdf take 28 MB, so they are loaded with the first such file."""
    if ending in FORMATS:
        return _picture_facts
    return {"svg": _drawing_facts, "pdf": _document_facts}.get(
        ending, lambda ending, _file: Facts(KINDS[ending], ending)
    )


def _picture_facts(ending: str, file: BinaryIO) -> Facts:
    from friedensplatz.assets.intake.pictures import size_of  # noqa: PLC0415 (heavy, seldom needed)

    width, height = size_of(file, FORMATS[ending])
    return Facts("image", ending, width, height)


def _drawing_facts(ending: str, file: BinaryIO) -> Facts:
    from friedensplatz.assets.intake.drawings import size_of  # noqa: PLC0415 (with the others)

    width, height = size_of(file.read())
    return Facts("image", ending, width, height)


def _document_facts(ending: str, file: BinaryIO) -> Facts:
    from friedensplatz.assets.intake.documents import read_document  # noqa: PLC0415 (heavy, seldom needed)

    pages, lacks = read_document(file)
    return Facts("document", ending, pages=pages, tagged="tags" not in lacks, lacks=lacks)
