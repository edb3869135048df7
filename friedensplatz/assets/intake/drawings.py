# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""SVG drawings: taken as they are, when nothing in them can act or ask another server for something."""

import re
from xml.parsers import expat

from friedensplatz.core.uploads.refused import Reason, Refused

MOST_BYTES = 2 * 1024 * 1024
ACTIVE = frozenset(
    ("script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener", "set", "animate")
)
ADDRESSES = frozenset(("href", "src", "base"))
INSIDE = re.compile(r"#|data:image/(png|jpeg|webp|gif);base64,", re.IGNORECASE)
REACHES_OUT = re.compile(r"url\(\s*['\"]?\s*(?!['\"#\s])|@import|javascript:|expression\(", re.IGNORECASE)
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(px)?\s*")


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a drawing that is safe to show. Raises Refused and says what was found."""
    if len(data) > MOST_BYTES:
        raise Refused(Reason.TOO_LARGE)
    inspector = _Inspector()
    try:
        inspector.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused(Reason.BROKEN) from error
    if inspector.size is None:
        raise Refused(Reason.BROKEN)
    return inspector.size


class _Inspector:
    """Walks through a drawing once and stops at the first thing that may not be in it."""

    def __init__(self) -> None:
        self.size: tuple[int, int] | None = None
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._element
        self.parser.CharacterDataHandler = self._text
        self.parser.buffer_text = True
        self.parser.EntityDeclHandler = lambda *_: _refuse("<!ENTITY>")
        self.parser.ProcessingInstructionHandler = lambda target, _data: _refuse(f"<?{target}>")

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local in ACTIVE:
            _refuse(f"<{name}>")
        for attribute, value in attributes.items():
            _check_attribute(_local(attribute), value)
        if self.size is None:
            if local != "svg":
                raise Refused(Reason.BROKEN)
            self.size = _size(attributes)

    def _text(self, text: str) -> None:
        if found := REACHES_OUT.search(text):
            _refuse(found.group())


def _check_attribute(name: str, value: str) -> None:
    plain = "".join(value.split())
    if name.startswith("on"):
        _refuse(name)
    if name in ADDRESSES and not INSIDE.match(plain):
        _refuse(f"{name}={plain[:60]}")
    if found := REACHES_OUT.search(plain):
        _refuse(f"{name}: {found.group()}")


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _size(attributes: dict[str, str]) -> tuple[int, int] | None:
    """From width and height, else from the last two numbers of viewBox."""
    sides = [LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        numbers = [float(side[1]) for side in sides if side] if all(sides) else [float(side) for side in box[2:]]
        width, height = (round(number) for number in numbers)
    except ValueError:
        return None
    return (width, height) if width > 0 and height > 0 else None


def _refuse(found: str) -> None:
    raise Refused(Reason.ACTIVE, found)
