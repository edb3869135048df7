# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Content-Transfer-Encoding: bytes as they travelled to bytes as they were. Never raises, drops nothing."""

import binascii
import re

BASE64_LINE = re.compile(rb"[A-Za-z0-9+/\-_]+={0,2}[ \t]*\Z")
NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
UU_BEGIN = re.compile(rb"begin [0-7]{3,4} .*\Z")


def from_transfer(data: bytes, encoding: str) -> bytes:
    """Undo a transfer encoding; an unknown one leaves the bytes as they are."""
    match encoding:
        case "base64":
            return from_base64(data)
        case "quoted-printable":
            return binascii.a2b_qp(data)
        case "x-uuencode" | "uuencode" | "x-uue" | "uue":
            return _from_uu(data)
    return data


def from_base64(data: bytes) -> bytes:
    """Several runs with their own padding may follow each other; lines that are no base64 stay as they came."""
    result: list[bytes] = []
    run: list[bytes] = []
    for line in data.splitlines(keepends=True):
        bare = line.strip()
        is_run = bool(BASE64_LINE.match(bare)) or not bare
        if is_run:
            run.append(bare)
        if not is_run or bare.endswith(b"="):
            result.append(_run(run))
            run = []
        if not is_run:
            result.append(line)
    return b"".join([*result, _run(run)])


def _run(lines: list[bytes]) -> bytes:
    text = NOT_BASE64.sub(b"", b"".join(lines).replace(b"-", b"+").replace(b"_", b"/"))
    if len(text) % 4 == 1:
        return b"\n".join(lines)
    return binascii.a2b_base64(text + b"=" * (-len(text) % 4))


def _from_uu(data: bytes) -> bytes:
    result: list[bytes] = []
    for line in data.splitlines():
        if UU_BEGIN.match(line) or line.strip() in {b"end", b"`", b""}:
            continue
        try:
            result.append(binascii.a2b_uu(line))
        except binascii.Error:
            result.append(line + b"\n")
    return b"".join(result)
