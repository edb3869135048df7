# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `friedensplatz check` says about the ways mail comes in. docs/operating.md explains each id."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

LONGEST_NAME = 10
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def check_mail_in(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    return [*_reply_address(), *_mailbox()]


def _reply_address() -> Iterator[CheckMessage]:
    name, _at, domain = settings.MAIL_REPLY_TO.partition("@")
    if settings.MAIL_REPLY_TO and not (domain and 0 < len(name) <= LONGEST_NAME and "+" not in name):
        yield Error(
            "FRIEDENSPLATZ_MAIL_REPLY_TO is no address to which a plus sign and a token can be added.",
            hint=f"At most {LONGEST_NAME} characters before @, such as antwort@stadt.example.",
            id="friedensplatz.E010",
        )


def _mailbox() -> Iterator[CheckMessage]:
    parts = urlsplit(settings.IMAP_URL)
    if settings.IMAP_URL and (parts.scheme not in {"imap", "imaps"} or not parts.username or not parts.hostname):
        yield Error(
            "IMAP_URL names no mailbox.",
            hint="imaps://name:password@host/INBOX, percent-encoded where needed.",
            id="friedensplatz.E011",
        )
    elif parts.scheme == "imap" and parts.hostname not in LOOPBACK:
        yield Warning(
            "The conversation with the mailbox of IMAP_URL begins in the open.",
            hint="Use imaps:// if the mail server speaks it.",
            id="friedensplatz.W003",
        )
