# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Subtitles as WebVTT (https://www.w3.org/TR/webvtt1/), read line by line so that a mistake is found by its number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from friedensplatz.core.uploads.texts import clean_text

MOST_BYTES = 256 * 1024
TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMING = re.compile(rf"{TIME}[ \t]+-->[ \t]+{TIME}(?:[ \t]+\S.*)?")
NO_CUE = ("NOTE", "STYLE", "REGION")


class Fault(StrEnum):
    """What is wrong with subtitles; forms have the sentence for the person."""

    NO_HEADER = "no_header"
    NO_TIMING = "no_timing"
    ENDS_EARLY = "ends_early"
    GOES_BACK = "goes_back"
    NO_WORDS = "no_words"
    NOTHING = "nothing"


class BadCaptions(Exception):
    """Subtitles that no player would show as they are meant; `line` counts from 1."""

    def __init__(self, fault: Fault, line: int) -> None:
        super().__init__(fault, line)
        self.fault, self.line = fault, line


@dataclass(frozen=True)
class Block:
    """Lines without an empty one between them; `line` is the number of the first."""

    line: int
    lines: list[str]


def read_captions(data: bytes) -> str:
    """The text of a file of subtitles, with plain ends of lines. Raises BadCaptions, or Refused when it is no text."""
    text = clean_text(data).decode().replace("\r\n", "\n").replace("\r", "\n")
    head, *blocks = _blocks(text) or [Block(1, [""])]
    if head.line != 1 or not re.fullmatch(r"WEBVTT([ \t].*)?", head.lines[0]):
        raise BadCaptions(Fault.NO_HEADER, 1)
    cues = [block for block in blocks if not block.lines[0].startswith(NO_CUE)]
    if not cues:
        raise BadCaptions(Fault.NOTHING, 1)
    begun = 0
    for cue in cues:
        begun = _begin_of(cue, not_before=begun)
    return text


def _begin_of(cue: Block, *, not_before: int) -> int:
    """When a cue begins, in milliseconds; it may have a name before its times and has words after them."""
    place = 0 if "-->" in cue.lines[0] else 1
    found = TIMING.fullmatch(cue.lines[place].strip()) if place < len(cue.lines) else None
    line = cue.line + min(place, len(cue.lines) - 1)
    if found is None:
        raise BadCaptions(Fault.NO_TIMING, line)
    begin, end = _milliseconds(found.groups()[:4]), _milliseconds(found.groups()[4:])
    if end <= begin:
        raise BadCaptions(Fault.ENDS_EARLY, line)
    if begin < not_before:
        raise BadCaptions(Fault.GOES_BACK, line)
    if not "".join(cue.lines[place + 1 :]).strip():
        raise BadCaptions(Fault.NO_WORDS, line)
    return begin


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _blocks(text: str) -> list[Block]:
    return list(_cut(text.split("\n")))


def _cut(lines: list[str]) -> Iterator[Block]:
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if number > start:
                yield Block(start + 1, lines[start:number])
            start = number + 1
