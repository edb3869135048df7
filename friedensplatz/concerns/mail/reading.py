# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading a message: any bytes in, a frozen record out, in time that grows with their length only."""

import re
from dataclasses import dataclass
from datetime import datetime

from friedensplatz.concerns.mail.headers import Address, Head, date_of, split_head
from friedensplatz.concerns.mail.parts import Content, File, unpack
from friedensplatz.concerns.mail.quotes import split_quoted
from friedensplatz.concerns.mail.signs import is_automatic, is_bounce

# Characters; what is longer is kept as a file beside its beginning.
LONGEST_TEXT = 50_000
# Bytes; a larger message is read all the same and marked.
LARGE = 30_000_000
MAIL_FIELDS = {
    *("from", "to", "cc", "subject", "date", "received", "return-path", "message-id", "sender", "reply-to"),
    *("mime-version", "content-type", "delivered-to", "content-transfer-encoding", "x-original-to"),
}
RECIPIENT_FIELDS = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to", "cc", "bcc", "resent-to")
ORIGINAL = "message.eml"
QUOTED_ID = re.compile(r"^[\s>]{0,9}message-id:\s*<([^<>\s]{1,900})>", re.IGNORECASE | re.MULTILINE)
LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True)
class Mail:
    """A message as far as it can be read.

    `answers` are the ids it answers, the nearest first; `reported` those of mails a bounce is about, `returned` the
    addresses answers to those would have gone to. `faults` are any of large, no_head, too_deep, too_many_parts, long_text.
    """

    message_id: str
    answers: tuple[str, ...]
    reported: tuple[str, ...]
    returned: tuple[str, ...]
    sender: Address
    recipients: tuple[str, ...]
    subject: str
    date: datetime | None
    language: str
    text: str
    quoted: str
    files: tuple[File, ...]
    is_automatic: bool
    is_bounce: bool
    faults: frozenset[str]


def read_mail(data: bytes) -> Mail:
    """Read a message in the format of RFC 5322, or whatever these bytes are. Never raises."""
    head, body = _split(data)
    content = unpack(head, body)
    files, faults = list(content.files), content.faults | _faults(data, head)
    text, quoted = split_quoted("\n\n".join(content.texts))
    if len(text) + len(quoted) > LONGEST_TEXT:
        files.append(File("text.txt", "text/plain", "\n\n".join(content.texts).encode()))
        text, quoted = text[:LONGEST_TEXT], quoted[: max(0, LONGEST_TEXT - len(text))]
        faults |= {"long_text"}
    if faults & {"too_deep", "too_many_parts"}:
        files.append(File(ORIGINAL, "message/rfc822", data))
    sender = _sender(head)
    bounce = is_bounce(head, content, sender.email)
    return Mail(
        message_id=next(iter(head.identifiers("message-id")), ""),
        answers=_answers(head),
        reported=_reported(content) if bounce else (),
        returned=_returned(content) if bounce else (),
        sender=sender,
        recipients=_recipients(head),
        subject=head.words("subject")[:500],
        date=date_of(head.first("date")),
        language=_language(head),
        text=text,
        quoted=quoted,
        files=tuple(files),
        is_automatic=bounce or is_automatic(head),
        is_bounce=bounce,
        faults=frozenset(faults),
    )


def _split(data: bytes) -> tuple[Head, bytes]:
    """A text whose first line merely has a colon is no head; nothing of it may be lost."""
    head, body = split_head(data.lstrip(b"\r\n"))
    return (head, body) if MAIL_FIELDS & {name for name, _value in head.fields} else (Head([]), data)


def _faults(data: bytes, head: Head) -> set[str]:
    return ({"large"} if len(data) > LARGE else set()) | (set() if head.fields else {"no_head"})


def _sender(head: Head) -> Address:
    found = [address for name in ("from", "sender", "return-path") for address in head.addresses(name)]
    return found[0] if found else Address()


def _recipients(head: Head) -> tuple[str, ...]:
    found = [address.email for name in RECIPIENT_FIELDS for address in head.addresses(name)]
    return tuple(dict.fromkeys(found))


def _answers(head: Head) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*head.identifiers("in-reply-to"), *reversed(head.identifiers("references"))]))


def _reported(content: Content) -> tuple[str, ...]:
    """The mails a report is about: nested in it, or, with older servers, quoted in its text."""
    nested = [key for head in content.nested for key in head.identifiers("message-id")]
    return tuple(nested or [key for text in content.texts for key in QUOTED_ID.findall(text)])[:20]


def _returned(content: Content) -> tuple[str, ...]:
    return tuple(address.email for head in content.nested for address in head.addresses("reply-to"))


def _language(head: Head) -> str:
    """The language the sender's program declares; often wrong, so it is a hint only."""
    found = LANGUAGE.match(head.value("content-language") or head.value("accept-language"))
    return found[0] if found else ""
