# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The parts of a message: one pass per level, a bounded depth and number. What is not unpacked is kept whole."""

import re
from dataclasses import dataclass, field

from friedensplatz.concerns.mail.charsets import decode, looks_binary
from friedensplatz.concerns.mail.headers import Head, split_head
from friedensplatz.concerns.mail.hypertext import text_of
from friedensplatz.concerns.mail.transfer import from_transfer

MOST_PARTS = 100
DEEPEST = 20
ENDINGS = {"message/rfc822": ".eml", "text/html": ".html", "text/plain": ".txt", "text/calendar": ".ics"}
GUESSED_BOUNDARY = re.compile(rb"^--([^\r\n]{1,200}?)[ \t]*\r?\nContent-", re.MULTILINE | re.IGNORECASE)
DECLARED_IN_HTML = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}")


@dataclass(frozen=True)
class File:
    name: str
    media_type: str
    data: bytes


@dataclass
class Content:
    """What was found in a message: what to read, what to keep, what it reports about others."""

    texts: list[str] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    faults: set[str] = field(default_factory=set)
    statuses: list[str] = field(default_factory=list)
    nested: list[Head] = field(default_factory=list)
    parts: int = 0


def unpack(head: Head, body: bytes) -> Content:
    """Texts, files and reports of a message."""
    content = Content()
    _unpack(head, body, content, 0)
    return content


def _unpack(head: Head, body: bytes, content: Content, depth: int) -> None:
    media_type = head.value("content-type")
    if media_type.startswith("multipart/"):
        _unpack_several(head, body, media_type, content, depth)
        return
    content.parts += 1
    data = from_transfer(body, head.value("content-transfer-encoding").replace(" ", ""))
    if media_type in {"message/rfc822", "text/rfc822-headers", "message/global"}:
        content.nested.append(split_head(data.lstrip(b"\r\n"))[0])
    elif media_type in {"message/delivery-status", "message/global-delivery-status"}:
        content.statuses.append(decode(data))
    if _is_text(head, media_type, data, depth):
        _add_text(head, media_type, data, content)
    elif data.strip() or _name(head):
        content.files.append(_file(head, media_type, data, len(content.files) + 1))


def _unpack_several(head: Head, body: bytes, media_type: str, content: Content, depth: int) -> None:
    parts = _parts(head, body)
    if not parts:
        plain = Head([each for each in head.fields if each[0] != "content-type"])
        _unpack(plain, body, content, depth)
        return
    before, versions = content.texts, []
    for part in parts:
        if depth >= DEEPEST or content.parts >= MOST_PARTS:
            content.faults.add("too_deep" if depth >= DEEPEST else "too_many_parts")
            break
        content.texts = []
        _unpack(*part, content, depth + 1)
        versions += content.texts
    content.texts = [*before, *(_chosen(versions) if media_type == "multipart/alternative" else versions)]


def _chosen(versions: list[str]) -> list[str]:
    """The first version is the plain one and is read, unless it is a mere hint at another; all say the same."""
    longest = max(versions, key=len, default="")
    return [next(version for version in versions if len(version) * 4 >= len(longest))] if versions else []


def _parts(head: Head, body: bytes) -> list[tuple[Head, bytes]]:
    """The parts between the boundaries, and what stands outside them when it is more than the usual hint."""
    boundary = head.parameters("content-type").get("boundary", "").encode("utf-8", "replace")
    if not boundary or b"--" + boundary not in body:
        guessed = GUESSED_BOUNDARY.search(body)
        boundary = guessed[1] if guessed else b""
    if not boundary:
        return []
    line = re.compile(rb"(?:\A|\r?\n|\r)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\r|\Z)")
    cuts = list(line.finditer(body))
    if not cuts:
        return []
    before = body[: cuts[0].start()]
    parts = [] if not before.strip() or b"MIME" in before else [(Head([]), before)]
    for number, cut in enumerate(cuts):
        inner = body[cut.end() : cuts[number + 1].start() if number + 1 < len(cuts) else len(body)]
        inner = re.sub(rb"\A(?:\r?\n|\r)", b"", inner)
        if inner.strip():
            parts.append((Head([]), inner) if cut[1] else _split_part(inner))
    return parts


def _split_part(inner: bytes) -> tuple[Head, bytes]:
    if inner[:1] in b"\r\n":
        return Head([]), inner
    return split_head(inner)


def _is_text(head: Head, media_type: str, data: bytes, depth: int) -> bool:
    """Text to read, not a file: by type, unless it is named or attached; bogus types count as plain text."""
    is_readable = media_type in {"text/plain", "text/html"} or not MEDIA_TYPE.fullmatch(media_type)
    is_file = head.value("content-disposition") == "attachment" or (depth > 0 and bool(_name(head)))
    return is_readable and not is_file and not looks_binary(data)


def _add_text(head: Head, media_type: str, data: bytes, content: Content) -> None:
    given = head.parameters("content-type")
    charset = given.get("charset", "")
    if media_type == "text/html":
        declared = DECLARED_IN_HTML.search(data[:2000])
        text = text_of(decode(data, charset or (declared[1].decode("ascii", "replace") if declared else "")))
    else:
        text = decode(data, charset)
    if given.get("format", "").lower() == "flowed":
        text = _reflow(text, is_delsp=given.get("delsp", "").lower() == "yes")
    if text.strip():
        content.texts.append(text.strip("\n"))


def _reflow(text: str, *, is_delsp: bool) -> str:
    """RFC 3676: a line that ends in a space goes on in the next one; quoted lines stay as they are."""
    lines: list[str] = []
    is_open = False
    for raw in text.split("\n"):
        line = raw.removeprefix(" ")
        if is_open and not line.startswith(">") and line != "-- ":
            lines[-1] += line
        else:
            lines.append(line)
        is_open = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if is_open and is_delsp:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _name(head: Head) -> str:
    given = head.parameters("content-disposition").get("filename") or head.parameters("content-type").get("name", "")
    return " ".join(given.replace("\\", "/").rpartition("/")[2].split())[:150]


def _file(head: Head, media_type: str, data: bytes, number: int) -> File:
    kind = media_type if MEDIA_TYPE.fullmatch(media_type) else "application/octet-stream"
    return File(_name(head) or f"{number}{ENDINGS.get(kind, '')}", kind, data)
