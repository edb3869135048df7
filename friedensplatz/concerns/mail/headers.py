# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The head of a message: fields, encoded words (RFC 2047), parameters (RFC 2231), addresses, dates."""

import re
from binascii import a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import groupby
from urllib.parse import unquote_to_bytes

from friedensplatz.concerns.mail.charsets import decode
from friedensplatz.concerns.mail.transfer import from_base64

LONGEST = 64_000
FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,30})?\?([bBqQ])\?([^?]*)\?=")
PARAMETER = re.compile(r';\s*([^=;\s"]{1,100})\s*=\s*("(?:[^"\\]|\\.)*(?:"|\Z)|[^;]*)', re.DOTALL)
ADDRESS_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|<[^<>]*>?|\([^()]*\)?|[,;]|[^",;<>()]+|.', re.DOTALL)
IDENTIFIER = re.compile(r"<([^<>\s]{1,900})>")


@dataclass(frozen=True)
class Address:
    name: str = ""
    email: str = ""


class Head:
    """The fields of one head by lower-case name, as they came, in their order."""

    def __init__(self, fields: list[tuple[str, bytes]]) -> None:
        self.fields = fields

    def all(self, name: str) -> list[str]:
        return [decode(value[:LONGEST]).replace("\n", "") for field, value in self.fields if field == name]

    def first(self, name: str) -> str:
        """The field as it was written, unfolded; empty when there is none."""
        return next(iter(self.all(name)), "").strip()

    def words(self, name: str) -> str:
        """The field with its encoded words read, on one line."""
        return " ".join(decode_words(self.first(name)).split())

    def value(self, name: str) -> str:
        """The bare first value of a field with parameters, in lower case."""
        return self.first(name).partition(";")[0].strip().lower()

    def parameters(self, name: str) -> dict[str, str]:
        return parameters(self.first(name))

    def addresses(self, name: str) -> list[Address]:
        return [address for line in self.all(name) for address in addresses(line)]

    def identifiers(self, name: str) -> list[str]:
        line = self.first(name)
        return IDENTIFIER.findall(line) or [word for word in line.split() if "@" in word][:20]


def split_head(data: bytes) -> tuple[Head, bytes]:
    """Head and body. A line that is no field continues the one before it if fields still follow; else the body begins.

    Bytes without any field are all body.
    """
    lines = data.splitlines(keepends=True)
    end = next((number for number, line in enumerate(lines) if not line.strip(b"\r\n")), len(lines))
    start = 1 if lines and lines[0].startswith((b"From ", b">From ")) else 0
    last = max((number for number in range(start, end) if FIELD.match(lines[number])), default=None)
    if last is None or not FIELD.match(lines[start]):
        return Head([]), data
    stop = next((number for number in range(last + 1, end) if lines[number][:1] not in b" \t"), end)
    body = b"".join(lines[stop + (stop == end) :])
    return Head(list(_fields(lines[start:stop]))), body


def _fields(lines: list[bytes]) -> Iterator[tuple[str, bytes]]:
    name, value = "", [b""]
    for line in lines:
        if found := FIELD.match(line):
            if name:
                yield name, b"".join(value)
            name, value = found[1].decode("ascii").lower(), [line[found.end() :].rstrip(b"\r\n")]
        else:
            value.append((b"" if line[:1] in b" \t" else b" ") + line.rstrip(b"\r\n"))
    yield name, b"".join(value)


def decode_words(text: str) -> str:
    """Read encoded words; what is broken stays as it is. Neighbours in one charset may share a character."""
    pieces: list[tuple[str, str | bytes]] = []
    position = 0
    for found in WORD.finditer(text):
        between = text[position : found.start()]
        if between.strip() or not pieces:
            pieces.append(("", between))
        pieces.append((found[1].lower(), _word(found[2], found[3])))
        position = found.end()
    pieces.append(("", text[position:]))
    return "".join(_joined(charset, [piece for _charset, piece in run]) for charset, run in groupby(pieces, _charset))


def _charset(piece: tuple[str, str | bytes]) -> str:
    return piece[0]


def _word(coding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    return from_base64(b"".join(raw.split())) if coding in "bB" else a2b_qp(raw, header=True)


def _joined(charset: str, run: list[str | bytes]) -> str:
    words = [piece for piece in run if isinstance(piece, bytes)]
    return decode(b"".join(words), charset) if words else "".join(piece for piece in run if isinstance(piece, str))


def parameters(line: str) -> dict[str, str]:
    """Parameters by lower-case name; continued and percent-encoded ones (RFC 2231) are put together."""
    plain: dict[str, str] = {}
    parts: dict[str, dict[int, tuple[bool, str]]] = {}
    for key, raw in PARAMETER.findall(line):
        value = re.sub(r"\\(.)", r"\1", raw[1:].removesuffix('"')) if raw.startswith('"') else raw.strip()
        name, *marks = key.lower().split("*")
        if not marks:
            plain.setdefault(name, decode_words(value))
        else:
            number = int(marks[0]) if re.fullmatch("[0-9]{1,4}", marks[0]) else 0
            parts.setdefault(name, {})[number] = (marks[-1] == "", value)
    return plain | {name: _continued(pieces) for name, pieces in parts.items()}


def _continued(pieces: dict[int, tuple[bool, str]]) -> str:
    charset, data = "", b""
    for number, (is_encoded, value) in sorted(pieces.items()):
        if is_encoded and number == min(pieces) and value.count("'") >= 2:
            charset, _language, value = value.split("'", 2)
        data += unquote_to_bytes(value) if is_encoded else value.encode("utf-8", "replace")
    return decode(data, charset)


def addresses(line: str) -> list[Address]:
    """The addresses of a list; of what is not one, whatever contains an @ is taken."""
    found: list[Address] = []
    group: list[str] = []
    for token in [*ADDRESS_TOKEN.findall(line[:LONGEST]), ","]:
        if token not in {",", ";"}:
            group.append(token)
            continue
        if address := _address(group):
            found.append(address)
        group = []
    return found


def _address(tokens: list[str]) -> Address | None:
    angle = next((token[1:].rstrip(">") for token in tokens if token[0] == "<"), None)
    words = [token for token in tokens if token[0] not in "<("]
    if angle is None:
        text = "".join(words)
        angle = next((word for word in text.split() if "@" in word), "").removeprefix("mailto:")
        words = [text.replace(angle, "")] if angle else [text]
        words += [token.strip("()") for token in tokens if token[0] == "("]
    name = " ".join(decode_words(" ".join(word.strip('"') for word in words)).split())
    email = "".join(angle.split()).lower()
    return Address(name[:200].strip(":"), email[:320]) if email else None


def date_of(line: str) -> datetime | None:
    """The date somebody wrote; None when it is none. Times without a zone count as UTC."""
    try:
        moment = parsedate_to_datetime(line[:200])
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
