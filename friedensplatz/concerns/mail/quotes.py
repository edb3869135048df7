# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Telling a person's own words from what their mail program quoted. Nothing is dropped: both halves are kept."""

import re

VERBS = (
    "schrieb|geschrieben|wrote|yazdı|a écrit|écrit|escribió|ha scritto|napisał|napisała|написал|написала|написав|"
    "написала|пише|пишет|كتب|a scris|schreef|skrev"
)
ATTRIBUTION = re.compile(
    rf"(?=.*\b(?:{VERBS})\b)(?=.*(?:\b[12]\d{{3}}\b|\d[:.]\d\d|[٠-٩]{{2}})).*[:：]\s*\Z", re.IGNORECASE
)
SEPARATOR = re.compile(
    r"\s*-{2,}\s*(?:urspr(?:ü|ue)ngliche (?:nachricht|mail)|original(?: message|nachricht)|weitergeleitete nachricht|"
    r"forwarded message|orijinal (?:mesaj|ileti)|özgün ileti|message d'origine|mensaje original|wiadomość oryginalna|"
    r"исходное сообщение|пересылаемое сообщение|оригінальне повідомлення|mesaj original|الرسالة الأصلية)\s*-{2,}\s*\Z",
    re.IGNORECASE,
)
# The block Outlook and others put above what they quote: several lines, each with one of these words and a colon.
BLOCK_WORDS = {
    "from": "von from gönderen kimden de od от від da من",
    "date": "gesendet sent datum date tarih gönderildi gönderme envoyé enviado wysłano data отправлено надіслано дата trimis تاريخ",
    "to": "an to kime alıcı à para do кому către إلى",
    "subject": "betreff subject konu objet asunto temat тема subiect الموضوع",
}
ROLES = {word: role for role, words in BLOCK_WORDS.items() for word in words.split()}
BLOCK_LINE = re.compile(r"[\s>*]*(\w{1,14})\s*:\*?\s")
LONGEST_LINE = 400


def split_quoted(text: str) -> tuple[str, str]:
    """Own words and quoted ones, each in their order. A mail of nothing but quotes is all own: it was forwarded."""
    lines = text.split("\n")
    own: list[str] = []
    quoted: list[str] = []
    number = 0
    while number < len(lines):
        if _rest_is_quoted(lines, number):
            quoted += lines[number:]
            break
        length = _marked_at(lines, number)
        (quoted if length else own).extend(lines[number : number + max(length, 1)])
        number += max(length, 1)
    if not any(line.strip() for line in own):
        return text.strip(), ""
    return "\n".join(own).strip(), "\n".join(quoted).strip("\n")


def _rest_is_quoted(lines: list[str], number: int) -> bool:
    """A separator, a block of fields, or an attribution that unmarked lines follow: no end is to be seen."""
    if SEPARATOR.match(lines[number][:LONGEST_LINE]) or _is_block(lines, number):
        return True
    length = _attribution_at(lines, number)
    after = _next_written(lines, number + length) if length else None
    return after is not None and not lines[after].lstrip().startswith(">")


def _marked_at(lines: list[str], number: int) -> int:
    """How many lines from here carry the mark of quoting, or announce those that do."""
    if lines[number].lstrip().startswith(">"):
        return 1
    length = _attribution_at(lines, number)
    after = _next_written(lines, number + length) if length else None
    return length if after is None else after - number


def _attribution_at(lines: list[str], number: int) -> int:
    """The length in lines of "On … somebody wrote:" beginning here; programs break it in up to three."""
    if not lines[number].strip():
        return 0
    for length in (1, 2, 3):
        last = lines[number + length - 1 : number + length]
        if not last or not last[0].strip():
            return 0
        if last[0].rstrip().endswith((":", "：")):
            joined = " ".join(lines[number : number + length])
            return length if len(joined) <= LONGEST_LINE and ATTRIBUTION.match(joined) else 0
    return 0


def _is_block(lines: list[str], number: int) -> bool:
    if _role(lines[number]) not in {"from", "date"}:
        return False
    roles = {_role(line) for line in lines[number : number + 8]}
    return "from" in roles and len(roles - {""}) >= 3


def _role(line: str) -> str:
    found = BLOCK_LINE.match(line[:LONGEST_LINE] + " ")
    return ROLES.get(found[1].lower(), "") if found else ""


def _next_written(lines: list[str], number: int) -> int | None:
    return next((each for each in range(number, min(number + 5, len(lines))) if lines[each].strip()), None)
