# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Saving what somebody wrote while others wrote too."""

from dataclasses import dataclass

from friedensplatz.accounts.models import User
from friedensplatz.pages.actions import Stale, save_draft
from friedensplatz.pages.content import Content
from friedensplatz.pages.merging import Conflict, merge
from friedensplatz.pages.models import Page, Revision

ATTEMPTS = 5


@dataclass(frozen=True)
class Together:
    """What I wrote and what stands there now, put together. `asked` are the passages somebody has to decide about."""

    content: Content
    asked: tuple[Conflict, ...]
    newest: Revision


class Contradiction(Exception):
    """Others changed the same passages meanwhile; `together` tells which."""

    def __init__(self, together: Together) -> None:
        super().__init__()
        self.together = together


def put_together(page: Page, content: Content, *, based_on: int, newest: Revision) -> Together:
    """A person's text, written from one revision, with what the newest one changed since."""
    base = page.revisions.get(number=based_on).content
    merged = merge(base, content, newest.content)
    asked = tuple(conflict for conflict in merged.conflicts if conflict.path[0] != "translations")
    return Together(merged.content, asked, newest)


def save_written(page: Page, content: Content, *, based_on: int, by: User, note: str = "") -> tuple[Revision, bool]:
    """Save a draft; what others changed elsewhere meanwhile is kept, and the second value says so.

    Contradiction when they changed the same passages.
    """
    merged = False
    for _attempt in range(ATTEMPTS):
        try:
            return save_draft(page, content, based_on=based_on, by=by, note=note), merged
        except Stale as stale:
            together = put_together(page, content, based_on=based_on, newest=stale.revision)
            if together.asked:
                raise Contradiction(together) from None
            content, based_on, merged = together.content, stale.revision.number, True
    return save_draft(page, content, based_on=based_on, by=by, note=note), merged
