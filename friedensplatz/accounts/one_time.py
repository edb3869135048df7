# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The code by mail with which residents enter their account.

It waits, as a keyed digest, in the session of the browser that asked, so a code that somebody else reads opens nothing.
An account comes into being when its first code is typed: an address nobody has proved to be theirs leaves no row.
allauth's own login by code makes the account first, and opens staff's accounts without their password.
"""

import hmac
import time
from dataclasses import asdict, dataclass

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from friedensplatz.accounts.mails import send_code, send_way_with_password
from friedensplatz.accounts.queries import opens_by_code
from friedensplatz.core import vault

KEY = "one_time_code"
SECONDS = 10 * 60
MOST_TRIES = 5


@dataclass
class Waiting:
    """A code somebody was sent: for whom, what it is, until when (seconds since 1970), and where they go with it."""

    email: str
    digest: str
    until: float
    onward: str
    tries: int = 0


def ask_for_code(request: HttpRequest, email: str, *, onward: str) -> None:
    """Send a code to an address; to one of somebody who works here, the way with their password instead."""
    code = get_adapter().generate_login_code()
    request.session[KEY] = asdict(Waiting(email, _digest(email, code), time.time() + SECONDS, onward))
    if opens_by_code(email):
        send_code(email, code)
    else:
        send_way_with_password(email)


def code_waiting(request: HttpRequest) -> Waiting | None:
    """The code this browser has been sent, unless it is too old or was tried too often."""
    kept = request.session.get(KEY)
    waiting = Waiting(**kept) if kept else None
    return waiting if waiting and waiting.tries < MOST_TRIES and time.time() < waiting.until else None


def take_code(request: HttpRequest, waiting: Waiting, typed: str) -> bool:
    """Whether the right code was typed. It works once; a wrong one counts."""
    if hmac.compare_digest(_digest(waiting.email, typed), waiting.digest):
        del request.session[KEY]
        return True
    waiting.tries += 1
    request.session[KEY] = asdict(waiting)
    return False


def _digest(email: str, code: str) -> str:
    letters = "".join(sign for sign in code.upper() if sign.isalnum())
    return vault.digest("one-time code", f"{email} {letters}")
