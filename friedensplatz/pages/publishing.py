# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bringing pages before people and taking them back; each only by a deed somebody can read later."""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.assets.queries import missing_facts, with_renditions
from friedensplatz.core.caching import content_changed
from friedensplatz.pages.actions import NotPossible, take
from friedensplatz.pages.content import Problem, problems, references
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.naming import broken_references, note_references

TRUE_FOR = dt.timedelta(days=365)


class NotPublishable(Exception):
    """A revision lacks something; `problems` says what and where."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__()
        self.problems = found


def problems_of(revision: Revision) -> list[Problem]:
    """Why a revision cannot be published; empty when it can."""
    found = [*problems(revision.content, settings.LANGUAGE_CODE), *_broken(revision)]
    return [*found, *_incomplete_assets(revision)]


def _incomplete_assets(revision: Revision) -> Iterator[Problem]:
    """Pictures and files that lack a fact without which nothing is published."""
    named = [(one.pk, one.passage) for one in references(revision.content) if one.kind == "asset"]
    if revision.page.image_id:
        named.insert(0, (revision.page.image_id, "image"))
    assets = with_renditions(pk for pk, _passage in named)
    for pk, passage in named:
        if pk in assets:
            yield from (Problem(passage, reason) for reason in missing_facts(assets[pk]))


def _broken(revision: Revision) -> Iterator[Problem]:
    for named in broken_references(revision.content):
        yield Problem(named.passage, _("Something that is named here does not exist any more."))


@transaction.atomic
def publish(revision: Revision, *, by: User | None, at: dt.datetime | None = None) -> None:
    """Let everybody read an approved revision, now or later; nothing happens when they can already.

    NotPossible for one that is not approved or whose page is archived; NotPublishable when it lacks something.
    """
    page = revision.page
    take(page)
    revision.refresh_from_db()
    if page.live_id == revision.pk:
        return
    if revision.state != Revision.State.APPROVED or page.archived_at:
        raise NotPossible
    if found := problems_of(revision):
        raise NotPublishable(found)
    if at and at > timezone.now():
        page.planned, page.publish_at = revision, at
        page.save(update_fields=["planned", "publish_at"])
        record(page, "planned", actor=by, number=revision.number, at=at.isoformat())
    else:
        go_live(page, revision)
        record(page, "published", actor=by, number=revision.number)


def go_live(page: Page, revision: Revision) -> None:
    """Make a revision the one everybody reads, without asking. Whoever publishes says that it is true today."""
    now, today = timezone.now(), timezone.localdate()
    page.live, page.planned, page.publish_at = revision, None, None
    page.title, page.summary = revision.content["title"], revision.content["summary"]
    page.published_at = page.published_at or now
    page.changed_at, page.confirmed_on = now, today
    if page.review_by is None or page.review_by <= today:
        page.review_by = today + TRUE_FOR
    page.save()
    note_references(page)
    content_changed()


@transaction.atomic
def publish_planned(page: Page) -> bool:
    """Publish what was planned, now that its time has come; False, and no plan any more, when it lacks something."""
    revision = page.planned
    if revision is None or not Page.objects.filter(pk=page.pk, planned=revision).update(planned=None, publish_at=None):
        return False
    page.refresh_from_db()
    if problems_of(revision):
        record(page, "publication_failed", number=revision.number)
        return False
    go_live(page, revision)
    record(page, "published", number=revision.number)
    return True


@transaction.atomic
def withdraw(page: Page, *, by: User | None, verb: str = "withdrawn") -> None:
    """Take a page back, or the plan to publish it. Its revisions stay. NotPossible when there is neither."""
    take(page)
    if not page.live_id and not page.planned_id:
        raise NotPossible
    page.live, page.planned, page.publish_at = None, None, None
    page.changed_at = timezone.now()
    page.save(update_fields=["live", "planned", "publish_at", "changed_at"])
    record(page, verb, actor=by)
    content_changed()


@transaction.atomic
def expire(page: Page, now: dt.datetime) -> bool:
    """Withdraw a page whose time is over, which is used up by it; False when another worker was faster."""
    if not Page.objects.filter(pk=page.pk, expire_at__lte=now).exclude(live=None).update(expire_at=None):
        return False
    withdraw(page, by=None, verb="expired")
    return True


@transaction.atomic
def confirm_still_true(page: Page, *, by: User, review_by: dt.date | None = None) -> None:
    """Somebody has read it all and says that it is true, and when it is to be read again (in a year)."""
    take(page)
    today = timezone.localdate()
    page.confirmed_on, page.review_by, page.reminded_of = today, review_by or today + TRUE_FOR, None
    page.save(update_fields=["confirmed_on", "review_by", "reminded_of"])
    record(page, "confirmed", actor=by, review_by=page.review_by.isoformat())
    content_changed()
