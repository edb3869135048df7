# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import gzip
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import RequestFactory

from friedensplatz.core.caching import content_changed, content_version, held, public_page, remembered
from friedensplatz.core.middleware import page_cache

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keep_pages(settings):
    settings.PAGE_CACHE = settings.REMEMBER_FACTS = True
    caches["pages"].clear()
    content_changed()


class House:
    """A counting page behind the middleware."""

    def __init__(self, view):
        self.calls = 0
        self.view = view
        self.handler = page_cache(self.answer)

    def answer(self, request):
        self.calls += 1
        return self.view(request)

    def get(self, path="/de/", **headers):
        request = RequestFactory().get(path, headers=headers)
        request.COOKIES.update({"sessionid": "x"} if headers.get("signed_in") else {})
        return self.handler(request)


@public_page(parameters=("after",))
def page(request):
    return HttpResponse("Guten Tag")


def test_page_when_asked_twice_is_made_once():
    house = House(page)
    assert [house.get().content, house.get().content, house.calls] == [b"Guten Tag", b"Guten Tag", 1]


def test_page_when_content_changed_is_made_anew():
    house = House(page)
    house.get()
    content_changed()
    house.get()
    assert house.calls == 2


def test_page_when_signed_in_is_never_kept():
    house = House(page)
    house.get(signed_in="yes")
    house.get(signed_in="yes")
    assert house.calls == 2


def test_page_when_not_marked_is_not_kept():
    house = House(lambda request: HttpResponse("mine"))
    house.get()
    assert "ETag" not in house.get()
    assert house.calls == 2


def test_page_when_asked_with_invented_parameters_is_not_kept():
    house = House(page)
    for address in ("/de/?after=1", "/de/?after=1", "/de/?zzz=1", "/de/?zzz=1"):
        house.get(address)
    assert house.calls == 3


def test_page_when_it_sets_a_cookie_is_not_kept():
    @public_page()
    def with_cookie(request):
        response = HttpResponse("x")
        response.set_cookie("a", "b")
        return response

    house = House(with_cookie)
    house.get()
    house.get()
    assert house.calls == 2


def test_page_when_browser_has_it_answers_304():
    house = House(page)
    etag = house.get()["ETag"]
    again = house.get(if_none_match=etag)
    assert (again.status_code, again.content) == (304, b"")


def test_page_when_browser_reads_gzip_is_sent_compressed():
    answer = House(page).get(accept_encoding="gzip, br")
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == b"Guten Tag"
    assert answer["Content-Length"] == str(len(answer.content))
    assert {part.strip() for part in answer["Vary"].split(",")} == {"Cookie", "Accept-Encoding"}


def test_fact_when_content_changed_is_made_anew():
    facts = iter(["old", "new"])
    assert remembered("fact", lambda: next(facts)) == "old"
    assert remembered("fact", lambda: next(facts)) == "old"
    content_changed()
    assert remembered("fact", lambda: next(facts)) == "new"


def test_held_fact_when_content_changed_is_made_anew():
    facts = iter(["old", "new"])
    assert held("large", lambda: next(facts)) == "old"
    assert held("large", lambda: next(facts)) == "old"
    content_changed()
    assert held("large", lambda: next(facts)) == "new"


def test_held_fact_when_threads_ask_at_once_is_made_once(settings):
    made = []

    def make():
        made.append("fact")
        time.sleep(0.05)
        return "fact"

    content_version()
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: held("slow", make), range(4)))
    assert (answers, made) == (["fact"] * 4, ["fact"])
