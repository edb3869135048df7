# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody had typed when their session was over, kept until they have signed in again.

It waits in the new session, which only this browser has, sealed: it may be words about a sealed concern. Files cannot
wait; they have to be chosen again.
"""

import base64
import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.http import HttpRequest

from friedensplatz.core import vault

KEY = "unsent"
PURPOSE = "unsent form"
LIMIT = 100_000  # characters


@dataclass(frozen=True)
class Unsent:
    """A form as it was sent: where to, and its fields."""

    path: str
    fields: list[tuple[str, str]]


def keep_unsent(request: HttpRequest) -> bool:
    """Keep a form that came after its session was over; False when there is nothing to keep or too much."""
    if request.method != "POST" or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    fields = [
        (name, str(value)) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values
    ]
    if sum(len(name) + len(value) for name, value in fields) > LIMIT:
        return False
    told = json.dumps(asdict(Unsent(request.get_full_path(), fields))).encode()
    request.session[KEY] = base64.b64encode(vault.seal(told, PURPOSE)).decode()
    return True


def take_unsent(request: HttpRequest) -> Unsent | None:
    try:
        told = vault.unseal(base64.b64decode(request.session.pop(KEY, "")), PURPOSE)
    except vault.Unreadable:  # nothing was kept, or the vault has another key since
        return None
    return Unsent(**json.loads(told))
