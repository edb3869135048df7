# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From an upload to its type and its cleaned copy."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

import puremagic

from friedensplatz.core.uploads.refused import Reason, Refused
from friedensplatz.core.uploads.texts import clean_text

ENDINGS = {
    **dict.fromkeys(("jpg", "jpeg", "jpe", "jfif"), "jpg"),
    **dict.fromkeys(("txt", "text", "csv", "md", "log"), "txt"),
    **{kind: kind for kind in ("png", "webp", "pdf")},
}


@dataclass(frozen=True)
class Cleaned:
    type: str
    """jpg, png, webp, pdf or txt."""
    copy: bytes


def clean(name: str, data: bytes, *, limit: int) -> Cleaned:
    """The type by content and a copy without metadata or active parts; raises Refused.

    The file must be of a type we take, bear a name that does not contradict it, and really decode; `limit` in bytes.
    """
    if not data:
        raise Refused(Reason.EMPTY)
    if len(data) > limit:
        raise Refused(Reason.TOO_LARGE)
    kind = type_by_content(data)
    ending = PurePath(name).suffix.lstrip(".").lower()
    if ending and ending not in ENDINGS:
        raise Refused(Reason.UNKNOWN)
    if kind is None or (ending and ENDINGS[ending] != kind):
        raise Refused(Reason.MISMATCH if ending else Reason.UNKNOWN)
    return Cleaned(kind, _cleaner_of(kind)(data))


def _cleaner_of(kind: str) -> Callable[[bytes], bytes]:
    """What writes a clean copy of a type. Pillow and pikepdf take 28 MB, so they are loaded with the first such file."""
    if kind == "txt":
        return clean_text
    if kind == "pdf":
        from friedensplatz.core.uploads.pdfs import clean_pdf  # noqa: PLC0415 (heavy, seldom needed)

        return clean_pdf
    from friedensplatz.core.uploads.pictures import clean_picture  # noqa: PLC0415 (heavy, seldom needed)

    return partial(clean_picture, kind={"jpg": "JPEG"}.get(kind, kind.upper()))


def type_by_content(data: bytes) -> str | None:
    """One of our types, or None. Text is what decodes and carries no signature of anything else."""
    try:
        matches = puremagic.magic_string(data)
    except (puremagic.PureError, ValueError):
        matches = []
    for match in matches:
        kind = ENDINGS.get(match.extension.lstrip("."))
        if kind and kind != "txt":
            return kind
    return "txt" if _reads_as_text(data) else None


def _reads_as_text(data: bytes) -> bool:
    try:
        clean_text(data)
    except Refused:
        return False
    return not data.lstrip().lower().startswith((b"<!doctype", b"<html", b"<svg", b"<?xml", b"%!ps"))
