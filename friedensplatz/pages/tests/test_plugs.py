# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What pages tell the search, programs and the worker."""

import datetime as dt

import pytest
from django.utils import timezone

from friedensplatz.directory.models import Goal, Topic
from friedensplatz.pages import jobs
from friedensplatz.pages.models import Page
from friedensplatz.pages.search import page_documents
from friedensplatz.pages.tests.conftest import approved, section

DAY = dt.timedelta(days=1)


@pytest.fixture
def kumasi(make_page, cast):
    text = section("text", text={"de": f'<p>Fragen Sie <a href="fp:office/{cast.office.pk}">uns</a>.</p><p>Jetzt!</p>'})
    page = make_page(sections=[text])
    page.topics.add(Topic.objects.create(slug="welt", name={"de": "Welt"}))
    page.goals.add(Goal.objects.get_or_create(number=17)[0])
    return page


def test_a_live_page_is_found_by_all_it_says(kumasi):
    (document,) = page_documents(kumasi)
    assert (document.language, document.title, document.summary) == ("de", "Kumasi", "Über Kumasi.")
    assert (document.body, document.keywords) == ("Fragen Sie uns . Jetzt!", ["Welt"])
    assert (document.topics, document.offices, document.goals) == (["welt"], ["babc"], ["17"])


def test_a_page_that_is_not_live_is_not_found(make_page):
    assert list(page_documents(make_page(live=False))) == []


def test_programs_read_pages(client, kumasi, cast):
    (item,) = client.get("/api/v1/pages").json()["items"]
    assert (item["id"], item["title"], item["office"]) == ("kumasi", {"de": "Kumasi"}, "babc")
    assert (item["topics"], item["goals"], item["languages"]) == (["welt"], [17], ["de"])
    whole = client.get("/api/v1/pages/kumasi").json()
    assert '/offices/babc/">uns</a>' in whole["sections"][0]["text"]["de"]
    assert whole["named"][f"office/{cast.office.pk}"]["id"] == "babc"


@pytest.mark.parametrize(
    ("choice", "count"),
    [
        ("topic=welt", 1),
        ("topic=none", 0),
        ("goal=17", 1),
        ("goal=1", 0),
        ("office=babc", 1),
        ("language=de", 1),
        ("language=tr", 0),
        ("changed_since=2020-01-01T00:00:00Z", 1),
        ("changed_since=2999-01-01T00:00:00Z", 0),
    ],
)
def test_programs_choose_pages(client, kumasi, choice, count):
    assert len(client.get(f"/api/v1/pages?{choice}").json()["items"]) == count


def test_programs_do_not_read_drafts(client, make_page):
    make_page(live=False)
    assert client.get("/api/v1/pages").json()["items"] == []
    assert client.get("/api/v1/pages/kumasi").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_programs_cost_the_same_queries_however_many_pages(client, make_page, rows, django_assert_num_queries):
    for number in range(rows):
        make_page(f"p{number}")
    with django_assert_num_queries(5):
        client.get("/api/v1/pages")


def test_the_worker_publishes_and_withdraws_in_time(make_page, cast):
    from friedensplatz.pages.publishing import publish

    planned, over = make_page(live=False), make_page("over")
    publish(approved(planned, cast), by=cast.eva, at=timezone.now() + DAY)
    Page.objects.filter(pk=over.pk).update(expire_at=timezone.now() + DAY)
    assert (jobs.publish(timezone.now()), jobs.withdraw(timezone.now())) == (0, 0)
    later = timezone.now() + 2 * DAY
    assert (jobs.publish(later), jobs.withdraw(later)) == (1, 1)
    assert (jobs.publish(later), jobs.withdraw(later)) == (0, 0)
    assert {page.slug: page.state for page in Page.objects.all()} == {"kumasi": "live", "over": "withdrawn"}


def test_the_worker_reminds_once_of_a_day(make_page):
    page, now = make_page(), timezone.now()
    Page.objects.update(review_by=timezone.localdate())
    assert [jobs.remind_of_reviews(now), jobs.remind_of_reviews(now)] == [1, 0]
    Page.objects.update(review_by=timezone.localdate() - DAY)
    assert jobs.remind_of_reviews(now) == 1
    assert page.state == "live"
