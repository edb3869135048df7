# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.utils import timezone

from friedensplatz.activity.queries import activities_of
from friedensplatz.core.caching import content_version
from friedensplatz.pages.actions import NotPossible, save_draft
from friedensplatz.pages.content import blank
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.publishing import (
    NotPublishable,
    confirm_still_true,
    expire,
    publish,
    publish_planned,
    withdraw,
)
from friedensplatz.pages.queries import live_pages, newest_revision, pages_to_review
from friedensplatz.pages.tests.conftest import approved, section, written

TOMORROW = dt.timedelta(days=1)


def test_publishing_shows_the_revision_and_forgets_kept_pages(make_page, cast):
    before = content_version()
    page = make_page()
    assert (page.state, page.live.number, page.confirmed_on) == (Page.State.LIVE, 1, timezone.localdate())
    assert content_version() > before
    assert list(live_pages()) == [page]


def test_publishing_twice_is_one_deed(make_page, cast):
    page = make_page()
    publish(page.live, by=cast.ada)
    assert [one.verb for one in activities_of(page)].count("published") == 1


def test_nothing_is_published_unapproved(make_page, cast):
    page = make_page(live=False)
    with pytest.raises(NotPossible):
        publish(newest_revision(page), by=cast.eva)


@pytest.mark.parametrize(
    ("changed", "passages"),
    [
        ({"title": {"en": "Kumasi"}}, ["title"]),
        ({"summary": {}}, ["summary"]),
        ({"sections": [section("text", text={"de": '<p><a href="fp:office/999">Amt</a></p>'})]}, ["s1.text"]),
        ({"sections": [section("cards", things=["unheard/1"])]}, ["s1.things"]),
        ({"sections": [section("text", heading={"de": "A"}, text={"de": "<h4>B</h4>"})]}, ["s1.text"]),
    ],
)
def test_publishing_says_what_a_page_lacks(make_page, cast, changed, passages):
    page = make_page(live=False)
    save_draft(page, written(**changed) if "title" not in changed else written() | changed, based_on=1, by=cast.eva)
    with pytest.raises(NotPublishable) as refused:
        publish(approved(page, cast), by=cast.eva)
    assert [one.passage for one in refused.value.problems] == passages


def test_two_new_pages_may_name_each_other(make_page, cast):
    first = make_page("a", live=False)
    second = make_page("b", sections=[section("cards", things=[f"page/{first.pk}"])])
    assert second.state == Page.State.LIVE


def test_a_planned_page_goes_live_when_its_time_has_come(make_page, cast):
    page = make_page(live=False)
    publish(approved(page, cast), by=cast.eva, at=timezone.now() + TOMORROW)
    page.refresh_from_db()
    assert page.state == Page.State.PLANNED
    assert publish_planned(page)
    assert not publish_planned(page), "another worker was faster"
    assert page.state == Page.State.LIVE
    assert Page.objects.get().publish_at is None


def test_what_lacks_something_by_then_is_not_published(make_page, cast):
    page = make_page(live=False)
    publish(approved(page, cast), by=cast.eva, at=timezone.now() + TOMORROW)
    page.refresh_from_db()
    Revision.objects.filter(pk=page.planned_id).update(content=blank())
    page.refresh_from_db()
    assert not publish_planned(page)
    assert Page.objects.get().state == Page.State.DRAFT
    assert activities_of(page).last().verb == "publication_failed"


def test_a_withdrawn_page_keeps_its_revisions(make_page, cast):
    page = make_page()
    withdraw(page, by=cast.eva)
    assert (page.state, page.revisions.count()) == (Page.State.WITHDRAWN, 1)
    with pytest.raises(NotPossible):
        withdraw(page, by=cast.eva)


def test_a_page_expires_once_and_can_be_published_again(make_page, cast):
    page = make_page()
    Page.objects.update(expire_at=timezone.now())
    assert expire(page, timezone.now())
    assert not expire(page, timezone.now()), "another worker was faster"
    page = Page.objects.get()
    assert (page.state, page.expire_at) == (Page.State.WITHDRAWN, None)
    publish(newest_revision(page), by=cast.eva)
    assert Page.objects.get().state == Page.State.LIVE


def test_somebody_says_that_it_is_still_true(make_page, cast):
    page, today = make_page(), timezone.localdate()
    Page.objects.update(review_by=today, confirmed_on=today - TOMORROW)
    assert list(pages_to_review(today)) == [page]
    confirm_still_true(page, by=cast.eva)
    assert list(pages_to_review(today)) == []
    assert (page.confirmed_on, page.review_by) == (today, today + dt.timedelta(days=365))
