# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Throwing pages away and bringing them back. What was published once stays in the archive for ever, with its history;
what nobody ever read is kept for a while, in case it was a slip.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.core.caching import content_changed
from friedensplatz.pages.actions import NotPossible, take
from friedensplatz.pages.models import Page

KEPT = dt.timedelta(days=90)


@transaction.atomic
def archive(page: Page, *, by: User) -> None:
    """Put a page away: nobody reads it any more, its address and all its revisions are kept.

    NotPossible while other pages stand below it, and when it lies there already.
    """
    take(page)
    if page.archived_at or page.children.filter(archived_at=None).exists():
        raise NotPossible
    page.archived_at, page.live, page.planned, page.publish_at = timezone.now(), None, None, None
    page.save(update_fields=["archived_at", "live", "planned", "publish_at"])
    record(page, "archived", actor=by)
    content_changed()


@transaction.atomic
def bring_back(page: Page, *, by: User) -> None:
    """Take a page out of the archive, not published yet, at its old address and with its history.

    It stands below the nearest page above it that is not in the archive itself. NotPossible when it does not lie there.
    """
    take(page)
    if page.archived_at is None:
        raise NotPossible
    page.archived_at = None
    while page.parent and page.parent.archived_at:
        page.parent = page.parent.parent
    page.save(update_fields=["archived_at", "parent"])
    record(page, "brought_back", actor=by)


def forget_thrown_away(now: dt.datetime) -> int:
    """Delete for good what was never published and lies in the archive for 90 days, which frees its address; how many."""
    old = Page.objects.filter(published_at=None, archived_at__lt=now - KEPT, children=None)
    return old.delete()[1].get("pages.Page", 0)
