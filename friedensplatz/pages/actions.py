# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing pages: drafts, the look of a second person, where a page stands. `publishing` brings them before people.

Every action takes the page's row first (its first statement is an UPDATE), so that of two people who write at once
the second sees what the first has written.
"""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.core.caching import content_changed
from friedensplatz.directory.models import Office
from friedensplatz.pages.content import Content, blank, clean
from friedensplatz.pages.facts import Facts, facts_of, fingerprint_of, write_facts
from friedensplatz.pages.models import FormerAddress, Page, Revision
from friedensplatz.pages.naming import note_references
from friedensplatz.pages.queries import newest_revision, pages_above
from friedensplatz.pages.translating.freshness import restamped

State = Revision.State


class Stale(Exception):
    """Somebody else wrote in the meantime; `revision` is what stands there now."""

    def __init__(self, revision: Revision) -> None:
        super().__init__()
        self.revision = revision


class FactsChanged(Exception):
    """Somebody else changed the page's facts in the meantime; `facts` is what stands there now."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self.facts = facts


class NotPossible(Exception):
    """The revision or page is not in a state that allows this, by now."""


class NeedsSecondPerson(Exception):
    """Whoever wrote a revision does not approve it."""


class AddressTaken(Exception):
    """Another page has this address."""


class RingOfPages(Exception):
    """A page cannot stand below itself."""


def take(page: Page) -> None:
    """Hold a page's row until the end of the transaction and read it anew."""
    Page.objects.filter(pk=page.pk).update(slug=page.slug)
    page.refresh_from_db()


@transaction.atomic
def create_page(slug: str, *, office: Office, content: Content | None = None, by: User | None) -> Page:
    """A new page with its first draft. AddressTaken when a page has or had this address."""
    _check_address_free(slug)
    page = Page.objects.create(slug=slug, office=office, owner=by)
    _write_revision(page, clean(content or blank()), by=by, note="")
    record(page, "created", actor=by)
    return page


@transaction.atomic
def save_draft(page: Page, content: Content, *, based_on: int, by: User | None, note: str = "") -> Revision:
    """Keep what somebody wrote as a new revision; the newest one when it says the same already.

    `based_on` is the number of the revision it was written from. Stale when there is a newer one by now.
    """
    take(page)
    newest, content = newest_revision(page), clean(content)
    if newest and content == newest.content:
        return newest
    if newest and newest.number != based_on:
        raise Stale(newest)
    revision = _write_revision(page, content, by=by, note=note)
    record(page, "drafted", actor=by, number=revision.number)
    return revision


def restore_revision(page: Page, number: int, *, based_on: int, by: User) -> Revision:
    """Take an older revision up again as a new draft. Revision.DoesNotExist, Stale."""
    old = page.revisions.get(number=number)
    return save_draft(page, old.content, based_on=based_on, by=by, note=f"= {number}")


def submit_for_review(revision: Revision, *, by: User) -> None:
    """Ask a second person to look. NotPossible for anything but a draft, and when there is a newer revision."""
    _move(revision, State.IN_REVIEW, "submitted", before=(State.DRAFT, State.REJECTED), by=by)


def approve(revision: Revision, *, by: User, comment: str = "") -> None:
    """A second person says that it may be published. NeedsSecondPerson for its author, if the city wants it so."""
    if settings.SECOND_PERSON and revision.author_id == by.pk:
        raise NeedsSecondPerson
    _move(revision, State.APPROVED, "approved", before=(State.IN_REVIEW,), by=by, comment=comment)


def reject(revision: Revision, *, by: User, comment: str) -> None:
    """A second person sends it back and says why."""
    _move(revision, State.REJECTED, "sent_back", before=(State.IN_REVIEW,), by=by, comment=comment)


@transaction.atomic
def _move(
    revision: Revision, to: State, verb: str, *, before: tuple[State, ...], by: User, comment: str | None = None
) -> None:
    """Bring the newest revision into its next state; a colleague who was faster wins."""
    page = revision.page
    take(page)
    decided = {} if comment is None else {"reviewer": by, "comment": comment, "decided_at": timezone.now()}
    rows = Revision.objects.filter(pk=revision.pk, state__in=before)
    if newest_revision(page) != revision or not rows.update(state=to, **decided):
        raise NotPossible
    revision.refresh_from_db()
    record(page, verb, actor=by, number=revision.number)


@transaction.atomic
def change_facts(page: Page, facts: Facts, *, seen: str, by: User | None) -> bool:
    """Write what is true of the page as a whole (office, topics, dates, pins); False when it stands there already.

    `seen` is the fingerprint of the facts the change started from. FactsChanged when they are others by now.
    """
    take(page)
    before = facts_of(page)
    if facts == before:
        return False
    if fingerprint_of(before) != seen:
        raise FactsChanged(before)
    write_facts(page, facts)
    note_references(page)
    changed = sorted(name for name, value in facts.items() if before.get(name) != value)
    record(page, "changed", actor=by, facts=changed)
    _told_everybody(page)
    return True


@transaction.atomic
def move_page(page: Page, *, slug: str, parent: Page | None, by: User | None) -> None:
    """Give a page another address or place it below another one. Its old addresses lead to the new one.

    AddressTaken, RingOfPages. A page may have back an address that was its own.
    """
    take(page)
    if parent and page in [parent, *pages_above(parent)]:
        raise RingOfPages
    before = page.slug
    if slug != before:
        _check_address_free(slug, page)
        page.former_addresses.filter(slug=slug).delete()
        FormerAddress.objects.create(page=page, slug=before)
    page.slug, page.parent = slug, parent
    page.save(update_fields=["slug", "parent"])
    record(page, "moved", actor=by, before=before, slug=slug, parent=parent.slug if parent else "")
    _told_everybody(page)


def _check_address_free(slug: str, page: Page | None = None) -> None:
    others = Page.objects.exclude(pk=page.pk) if page else Page.objects.all()
    if others.filter(slug=slug).exists() or FormerAddress.objects.filter(slug=slug).exclude(page=page).exists():
        raise AddressTaken


def _write_revision(page: Page, content: Content, *, by: User | None, note: str) -> Revision:
    """The next revision. One that waited for a second person waits no more: this one stands in its place."""
    page.revisions.filter(state=State.IN_REVIEW).update(state=State.DRAFT)
    newest = newest_revision(page)
    number = newest.number + 1 if newest else 1
    stamps = restamped(newest.content if newest else None, content, settings.LANGUAGE_CODE)
    content = {**content, "translations": stamps}
    revision = Revision.objects.create(page=page, number=number, content=content, author=by, note=note)
    if not page.live_id:
        page.title, page.summary = content["title"], content["summary"]
        page.save(update_fields=["title", "summary"])
    note_references(page)
    return revision


def _told_everybody(page: Page) -> None:
    if page.live_id:
        content_changed()
