# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fetching mail from a mailbox by IMAP (RFC 3501).

Whatever lies in the folder is new. A mail leaves it for the folder of those taken only after its row is committed; if
the line breaks in between it is fetched again and recognised. What somebody reads or marks meanwhile changes nothing.
"""

import imaplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

SECONDS = 30
BATCH = 50
# Bytes; a larger mail stays in the folder, where people see it.
LARGEST = 60_000_000


class MailboxFault(Exception):
    """The mailbox refuses or says something that is no answer; says which step, never what a mail holds."""


@dataclass(frozen=True)
class Mailbox:
    """Where mail is fetched: host, port, whether the line is encrypted from the start, name, password, folder."""

    host: str
    port: int
    is_secure: bool
    user: str
    password: str
    folder: str


def mailbox_of(url: str) -> Mailbox:
    """imaps://name:password@host:port/folder, percent-encoded where needed; imap:// begins in the open."""
    parts = urlsplit(url)
    is_secure = parts.scheme == "imaps"
    return Mailbox(
        host=parts.hostname or "localhost",
        port=parts.port or (993 if is_secure else 143),
        is_secure=is_secure,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        folder=unquote(parts.path.strip("/")) or "INBOX",
    )


def fetch_mails(mailbox: Mailbox, taken: str, take: Callable[[bytes], object]) -> int:
    """Give each mail of the folder to `take`, which returns once it is kept, then move it to `taken`; how many.

    Raises OSError or imaplib.IMAP4.error when the line breaks, MailboxFault when the mailbox refuses a step.
    """
    with _open(mailbox) as line:
        _create(line, taken)
        _ok("SELECT", line.select(_quoted(mailbox.folder)))
        uids = b"".join(part or b"" for part in _ok("SEARCH", line.uid("SEARCH", "ALL"))).split()[:BATCH]
        return sum(_fetch(line, uid.decode("ascii", "replace"), taken, take) for uid in uids)


@contextmanager
def _open(mailbox: Mailbox) -> Iterator[imaplib.IMAP4]:
    context = ssl.create_default_context()
    line: imaplib.IMAP4
    if mailbox.is_secure:
        line = imaplib.IMAP4_SSL(mailbox.host, mailbox.port, ssl_context=context, timeout=SECONDS)
    else:
        line = imaplib.IMAP4(mailbox.host, mailbox.port, timeout=SECONDS)
    try:
        if not mailbox.is_secure and "STARTTLS" in line.capabilities:
            line.starttls(context)
        line.login(mailbox.user, mailbox.password)
        yield line
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            line.logout()
        with suppress(OSError):
            line.shutdown()  # a broken line is not closed by saying goodbye


def _fetch(line: imaplib.IMAP4, uid: str, taken: str, take: Callable[[bytes], object]) -> bool:
    sizes = _ok("SIZE", line.uid("FETCH", uid, "(RFC822.SIZE)"))
    size = b" ".join(part for part in sizes if isinstance(part, bytes)).rpartition(b"RFC822.SIZE ")[2]
    digits = size.rstrip(b") ")
    if digits.isdigit() and int(digits) > LARGEST:
        return False
    answer = _ok("FETCH", line.uid("FETCH", uid, "(BODY.PEEK[])"))
    whole = next((part[1] for part in answer if isinstance(part, tuple)), None)
    if whole is None:  # somebody took it out of the folder meanwhile
        return False
    take(whole)
    _move(line, uid, taken)
    return True


def _move(line: imaplib.IMAP4, uid: str, taken: str) -> None:
    """Into the other folder: in one step (RFC 6851), or copied, then removed."""
    if "MOVE" in line.capabilities:
        _ok("MOVE", line.uid("MOVE", uid, _quoted(taken)))
        return
    _ok("COPY", line.uid("COPY", uid, _quoted(taken)))
    _ok("STORE", line.uid("STORE", uid, "+FLAGS", r"(\Deleted)"))
    _ok("EXPUNGE", line.uid("EXPUNGE", uid) if "UIDPLUS" in line.capabilities else line.expunge())


def _create(line: imaplib.IMAP4, folder: str) -> None:
    """Make the folder for what was taken, if it is not there."""
    answer, found = line.list(pattern=_quoted(folder))
    if answer == "OK" and found in ([None], []):
        _ok("CREATE", line.create(_quoted(folder)))


def _ok(step: str, answered: tuple[str, list[Any]]) -> list[Any]:
    answer, data = answered
    if answer != "OK":
        raise MailboxFault(step)
    return data


def _quoted(folder: str) -> str:
    """A folder's name as IMAP wants it: modified UTF-7 would be needed beyond ASCII, so such names are refused."""
    if not folder.isascii() or not folder.isprintable():
        raise MailboxFault("folder names need plain letters")
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'
