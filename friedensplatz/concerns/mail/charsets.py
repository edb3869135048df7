# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bytes to text, whatever was declared. Never raises; the result can be stored in any database."""

import codecs
import re

# Read the way browsers read them (WHATWG Encoding Standard): declared names that mean a larger set in practice.
MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
# Not charsets of mail: they are slow, or turn harmless text into something else.
NEVER = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
# Declared by those who mean it; a few of their bytes may look like UTF-8 by chance.
BELIEVED = ("utf-16", "utf-32", "gb", "big5", "cp9", "euc", "shift")
MARKS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
HALF = re.compile("[\ud800-\udfff]")
SELDOM_TEXT = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, declared: str = "") -> str:
    """The text of some bytes: a byte-order mark wins, then UTF-8 where it fits, then what was declared."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return storable(data.decode(name, "replace"))
    name = codec_of(declared)
    for candidate in _candidates(data, name):
        try:
            return storable(data.decode(candidate))
        except (UnicodeError, ValueError):
            continue
    return storable(data.decode(name or "cp1252", "replace"))


def _candidates(data: bytes, name: str) -> list[str]:
    """In order. Bytes above 127 that form valid UTF-8 are UTF-8 where a wrong declaration is likelier than chance."""
    guess = _wide(data) or "utf-8"
    first = [name, guess] if data.isascii() or name.startswith(BELIEVED) else [guess, name]
    return [each for each in [*first, "cp1252"] if each]


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows by its zero bytes."""
    head = data[:400]
    if len(head) < 4 or head.count(0) * 3 < len(head):
        return ""
    return "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"


def codec_of(declared: str) -> str:
    """Python's name of a declared charset; empty when there is none."""
    try:
        found = codecs.lookup(declared.strip(" \"'"))
    except (LookupError, ValueError, UnicodeError):
        return ""
    is_text = getattr(found, "_is_text_encoding", True)
    return MEANT.get(found.name, found.name) if is_text and found.name not in NEVER else ""


def storable(text: str) -> str:
    """One kind of line end; no zero and no half character, which databases refuse."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    return HALF.sub("\ufffd", text)


def looks_binary(data: bytes) -> bool:
    """Whether something declared as text is none: control characters that no writing contains."""
    head = data[:4000]
    return (
        not _wide(head)
        and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        and (len(SELDOM_TEXT.findall(head)) * 50 > len(head))
    )
