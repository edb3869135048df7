# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody had typed when their session was over, kept until they have signed in again.

It waits in the new session, which only this browser has. Files cannot wait; they have to be chosen again.
"""

from dataclasses import asdict, dataclass

from django.conf import settings
from django.http import HttpRequest

KEY = "unsent"
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
    request.session[KEY] = asdict(Unsent(request.get_full_path(), fields))
    return True


def take_unsent(request: HttpRequest) -> Unsent | None:
    kept = request.session.pop(KEY, None)
    return Unsent(**kept) if kept else None
