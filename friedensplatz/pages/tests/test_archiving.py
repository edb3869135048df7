# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from friedensplatz.pages.actions import AddressTaken, NotPossible, create_page, move_page, save_draft
from friedensplatz.pages.archiving import archive, bring_back, forget_thrown_away
from friedensplatz.pages.models import Page
from friedensplatz.pages.publishing import withdraw
from friedensplatz.pages.tests.conftest import written


def test_a_page_in_the_archive_keeps_its_history_and_its_address(make_page, cast):
    page, draft = make_page(), make_page("entwurf", live=False)
    for one in (page, draft):
        archive(one, by=cast.eva)
        assert (one.state, one.revisions.count()) == (Page.State.ARCHIVED, 1)
        with pytest.raises(AddressTaken):
            create_page(one.slug, office=cast.office, by=cast.eva)


def test_a_page_with_others_below_it_stays(make_page, cast):
    above, below = make_page("oben"), make_page("unten")
    move_page(below, slug="unten", parent=above, by=cast.eva)
    with pytest.raises(NotPossible):
        archive(above, by=cast.eva)


def test_a_page_brought_back_is_published_again_at_its_old_addresses(make_page, cast):
    page, client = make_page(), Client()
    move_page(page, slug="kumasi-heute", parent=None, by=cast.eva)
    archive(page, by=cast.eva)
    assert client.get("/de/pages/kumasi-heute/").status_code == 404
    client.force_login(cast.eva)
    html = client.get(f"/en/desk/pages/{page.pk}/review/").content.decode()
    assert "deed/bring_back/" in html
    assert "deed/delete/" not in html
    client.post(f"/en/desk/pages/{page.pk}/deed/bring_back/", {"number": 1})
    page.refresh_from_db()
    assert page.state == Page.State.WITHDRAWN
    assert "Publish again" in client.get(f"/en/desk/pages/{page.pk}/review/").content.decode()
    client.post(f"/en/desk/pages/{page.pk}/deed/publish/", {"number": 1})
    assert Client().get("/de/pages/kumasi-heute/").status_code == 200
    assert Client().get("/de/pages/kumasi/")["Location"] == "/de/pages/kumasi-heute/"


def test_a_withdrawn_page_is_published_again_without_a_new_draft(make_page, cast):
    page, client = make_page(), Client()
    withdraw(page, by=None, verb="expired")
    client.force_login(cast.eva)
    client.post(f"/en/desk/pages/{page.pk}/deed/publish/", {"number": 1})
    page.refresh_from_db()
    assert page.state == Page.State.LIVE


def test_a_draft_thrown_away_is_a_draft_again(make_page, cast):
    page = make_page(live=False)
    save_draft(page, written("Zwei"), based_on=1, by=cast.eva)
    archive(page, by=cast.eva)
    bring_back(page, by=cast.eva)
    assert (page.state, page.revisions.count()) == (Page.State.DRAFT, 2)


def test_nothing_is_archived_or_brought_back_twice(make_page, cast):
    page = make_page()
    with pytest.raises(NotPossible):
        bring_back(page, by=cast.eva)
    archive(page, by=cast.eva)
    with pytest.raises(NotPossible):
        archive(page, by=cast.eva)


def test_a_page_comes_back_below_what_is_not_in_the_archive(make_page, cast):
    top, middle, page = make_page("oben"), make_page("mitte"), make_page()
    move_page(middle, slug="mitte", parent=top, by=cast.eva)
    move_page(page, slug="kumasi", parent=middle, by=cast.eva)
    archive(page, by=cast.eva)
    archive(middle, by=cast.eva)
    bring_back(page, by=cast.eva)
    assert page.parent == top


def test_drafts_thrown_away_are_forgotten_after_90_days_and_published_pages_never(make_page, cast):
    published, draft, fresh = make_page(), make_page("alt", live=False), make_page("neu", live=False)
    for page in (published, draft, fresh):
        archive(page, by=cast.eva)
    now = timezone.now()
    Page.objects.exclude(pk=fresh.pk).update(archived_at=now - dt.timedelta(days=91))
    assert forget_thrown_away(now) == 1
    assert set(Page.objects.all()) == {published, fresh}
    create_page("alt", office=cast.office, by=cast.eva)


def test_the_archive_is_a_choice_of_the_list(make_page, cast):
    archive(make_page(), by=cast.eva)
    client = Client()
    client.force_login(cast.eva)
    shown = {
        stands: [page.slug for page in client.get("/en/desk/pages/", {"stands": stands}).context["slice"].rows]
        for stands in ("", "withdrawn", "archived")
    }
    assert shown == {"": [], "withdrawn": [], "archived": ["kumasi"]}
