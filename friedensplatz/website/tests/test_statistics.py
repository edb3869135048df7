# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import timezone

from friedensplatz.directory.models import Office
from friedensplatz.search.actions import rebuild_index
from friedensplatz.search.shown import key_of
from friedensplatz.website.jobs import forget_counts
from friedensplatz.website.models import PageView, Pair
from friedensplatz.website.statistics import counting, reading
from friedensplatz.website.statistics.reading import Bar, Period, also_looked_at
from friedensplatz.website.statistics.writing import write_counts

FIREFOX = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
BABC, MIADO = "/de/offices/babc/", "/de/offices/miado/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(cast, settings):
    """Counts are on, the index knows the offices; gives what was counted by page, thing and language."""
    settings.COUNT_VIEWS = True
    rebuild_index()

    def rows():
        counting.flush()
        return {(view.page, view.thing, view.language): view.count for view in PageView.objects.all()}

    yield rows
    counting.flush()


def view_of(thing, count=5, day=None, page="office_page", language="de"):
    key = key_of(thing) if thing else ""
    return PageView.objects.create(
        day=day or timezone.localdate(), page=page, thing=key, language=language, count=count
    )


def test_a_view_is_counted_by_day_page_thing_and_language(client, cast, counted):
    for path in (BABC, BABC, "/en/offices/babc/", "/de/"):
        client.get(path, headers=FIREFOX)
    client.post("/de/answer/", {"text": "Laterne"}, headers=FIREFOX)
    office = key_of(cast.office)
    assert counted() == {
        ("office_page", office, "de"): 2,
        ("office_page", office, "en"): 1,
        ("home", "", "de"): 1,
        ("answer", "", "de"): 1,
    }
    client.get(BABC, headers=FIREFOX)
    assert counted()["office_page", office, "de"] == 3
    assert set(PageView.objects.values_list("day", flat=True)) == {timezone.localdate()}


def test_kept_and_unchanged_pages_count_too(client, cast, counted, settings):
    settings.PAGE_CACHE = True
    first = client.get(BABC, headers=FIREFOX)
    client.get(BABC, headers=FIREFOX)
    again = client.get(BABC, headers=FIREFOX | {"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert counted() == {("office_page", key_of(cast.office), "de"): 3}


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"user-agent": ""},
        FIREFOX | {"sec-purpose": "prefetch;prerender"},
    ],
)
def test_machines_are_not_counted(client, counted, headers):
    client.get(BABC, headers=headers)
    assert counted() == {}


def test_neither_the_desk_nor_a_concern_nor_a_lost_page_is_counted(client, cast, counted):
    for path in (reverse("concern_start"), "/de/nowhere/", "/accessibility.json", "/health"):
        client.get(path, headers=FIREFOX)
    client.force_login(cast.eva)
    client.get(BABC, headers=FIREFOX)
    client.get(reverse("desk_home"), headers=FIREFOX)
    assert counted() == {}


def test_steps_between_things_are_counted_as_pairs_without_direction(client, cast, counted):
    here = "http://testserver"
    for path, came_from in ((MIADO, here + BABC), (BABC, f"{here}{MIADO}?text=easy"), (BABC, here + BABC)):
        client.get(path, headers=FIREFOX | {"referer": came_from})
    client.get(BABC, headers=FIREFOX | {"referer": f"http://elsewhere.example{MIADO}"})
    client.get(BABC, headers=FIREFOX | {"referer": f"{here}/de/"})
    counting.flush()
    pair = Pair.objects.get()
    assert {pair.first, pair.second} == {key_of(cast.office), key_of(cast.other_office)}
    assert (pair.count, pair.month.day) == (2, 1)


def test_people_also_looked_at_is_told_from_five_up(cast, django_assert_num_queries):
    third = Office.objects.create(slug="dritte", kind="office", name={"de": "Dritte"})
    keys = [key_of(one) for one in (cast.office, cast.other_office, third)]
    month = timezone.localdate().replace(day=1)
    for other, count in ((keys[1], 5), (keys[2], 4)):
        first, second = sorted((keys[0], other))
        Pair.objects.create(month=month, first=first, second=second, count=count)
    with django_assert_num_queries(1):
        assert also_looked_at(keys[0]) == {keys[1]: 5}
    assert also_looked_at(keys[1]) == {keys[0]: 5}
    assert also_looked_at(keys[2]) == {}


def test_what_the_database_does_not_take_is_kept(client, cast, counted, monkeypatch):
    client.get(BABC, headers=FIREFOX)

    def fail(views, steps):
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(counting, "write_counts", fail)
        counting.flush()
    assert counted() == {("office_page", key_of(cast.office), "de"): 1}


def test_inventions_do_not_fill_the_memory(cast, counted, monkeypatch):
    monkeypatch.setattr(counting, "MOST_PAGES", 2)
    for path in (BABC, MIADO, "/de/", BABC):
        counting.note(path, "")
    assert sorted(counted().values()) == [1, 2]


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
@pytest.mark.django_db(transaction=True)
def test_two_processes_write_at_once_and_no_view_is_lost():
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: _write_and_leave({"/de/": 3, "/en/": 2}), range(8)))
    assert dict(PageView.objects.values_list("language", "count")) == {"de": 24, "en": 16}


def _write_and_leave(views):
    write_counts(views, {})
    connection.close()


def test_numbers_below_five_are_not_told(cast):
    rebuild_index()
    today = timezone.localdate()
    view_of(cast.office, 6)
    view_of(cast.other_office, 4)
    view_of(cast.other_office, 3, language="en", day=today - dt.timedelta(days=1))
    period = Period(today - dt.timedelta(days=2), today)
    assert [(line.name, line.count) for line in reading.most_read(period)] == [
        ("Integrationszentrum", 7),
        ("Büro für Anregungen", 6),
    ]
    assert reading.by_language(period) == [("de", 10)]
    assert reading.by_office(period) == [(cast.other_office, 7), (cast.office, 6)]
    assert [bar.count for bar in reading.trend(period)] == [None, None, 10]
    assert list(reading.rows_for_export(period)) == [("office_page", key_of(cast.office), "de", 6)]


def test_a_long_trend_goes_by_months():
    view_of(None, 7, day=dt.date(2026, 1, 31), page="home")
    view_of(None, 8, day=dt.date(2026, 3, 1), page="home")
    bars = reading.trend(Period(dt.date(2026, 1, 1), dt.date(2026, 3, 31)))
    months = [dt.date(2026, month, 1) for month in (1, 2, 3)]
    assert bars == [Bar(months[0], 7), Bar(months[1], None), Bar(months[2], 8)]


def test_desk_shows_drawing_table_and_csv(client, cast):
    rebuild_index()
    view_of(cast.office, 9)
    view_of(None, 5, page="search")
    client.force_login(cast.eva)
    page = client.get(reverse("statistics"))
    assert page.content.decode().count("<rect") == 30
    assert (page.context["total"], page.context["asked"]) == (14, {"search": 5})
    assert "Büro für Anregungen" in page.content.decode()
    lines = client.get(reverse("statistics_export"), {"period": "year"}).content.decode().splitlines()
    assert [line.split(",")[2:] for line in lines] == [
        ["page", "thing", "language", "views"],
        ["office_page", key_of(cast.office), "de", "9"],
        ["search", "", "de", "5"],
    ]


def test_desk_costs_the_same_for_one_and_for_three_pages(client, cast, django_assert_num_queries):
    rebuild_index()
    client.force_login(cast.leo)
    view_of(cast.office)
    client.get(reverse("statistics"))
    with django_assert_num_queries(12) as counted:
        client.get(reverse("statistics"))
    view_of(cast.other_office)
    view_of(None, page="home")
    with django_assert_num_queries(len(counted)):
        client.get(reverse("statistics"))


def test_counts_are_forgotten_after_25_months():
    now = timezone.now()
    view_of(None, page="home", day=timezone.localdate(now) - dt.timedelta(days=761))
    view_of(None, page="home", day=timezone.localdate(now) - dt.timedelta(days=760))
    Pair.objects.create(month=dt.date(2020, 1, 1), first="a:1", second="b:2")
    assert forget_counts(now) == 2
    assert PageView.objects.count() == 1
