# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Working copies: what is being written right now, kept so that a lost connection or session loses nothing.

They leave no line in the history: what counts is the revision somebody makes of them.
"""

import datetime as dt
import re

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import get_random_string

from friedensplatz.accounts.models import User
from friedensplatz.pages.content import Content
from friedensplatz.pages.models import Page, WorkingCopy

HERE = dt.timedelta(seconds=60)
KEPT = dt.timedelta(days=30)
TOKEN = re.compile(r"[A-Za-z0-9]{22}")


def new_token() -> str:
    return get_random_string(22)


def keep_copy(
    page: Page, token: str, *, by: User, based_on: int, language: str, content: Content | None = None
) -> WorkingCopy:
    """Note that a window is open and, with content, what stands in it. What says the same as before is nothing new."""
    now = timezone.now()
    fields: dict[str, object] = {"language": language, "based_on": based_on, "seen_at": now}
    if content is not None:
        changed = page.revisions.get(number=based_on).content != content
        fields |= {"content": content, "changed_at": now if changed else None}
    return page.copies.update_or_create(user=by, token=token, defaults=fields)[0]


def forget_copy(page: Page, token: str, *, by: User) -> None:
    page.copies.filter(user=by, token=token).delete()


def copy_of(page: Page, token: str, *, by: User) -> WorkingCopy | None:
    """What stands in a window, once something was written in it."""
    return page.copies.filter(user=by, token=token).exclude(changed_at=None).first()


def others_writing(page: Page, *, but: User) -> list[User]:
    """Who else has the page open for writing."""
    seen = page.copies.filter(seen_at__gte=timezone.now() - HERE)
    return list(User.objects.filter(pk__in=seen.exclude(user=but).values("user")).order_by("name", "pk"))


def unsaved_copies(page: Page, *, by: User) -> QuerySet[WorkingCopy]:
    """What a person wrote and never saved, newest first; some of it may stand in a window that is still open."""
    return page.copies.filter(user=by).exclude(changed_at=None).order_by("-changed_at")


def forget_old_copies(now: dt.datetime) -> int:
    """Drop what nobody came back to for a month; gives how many."""
    return WorkingCopy.objects.filter(seen_at__lt=now - KEPT).delete()[0]
