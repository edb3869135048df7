# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.directory.models import Office, Organisation
from friedensplatz.search.actions import rebuild_index
from friedensplatz.search.models import ZeroResult
from friedensplatz.website.answering import compose_answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def lamps():
    Office.objects.create(slug="lampen", kind="office", name={"de": "Lampenamt"}, summary={"de": "Wir kümmern uns."})
    for number in range(12):
        Organisation.objects.create(
            slug=f"verein-{number}", kind="association", name={"de": f"Verein {number} für Lampen"}
        )
    rebuild_index()


def search(client, **asked):
    return client.get("/de/search/", asked)


def test_search_when_nothing_asked_shows_the_field(client):
    page = search(client).content.decode()
    assert 'name="q"' in page
    assert "fp-empty" not in page


def test_search_when_found_links_to_the_thing(client, lamps):
    assert 'href="/de/offices/lampen/"' in search(client, q="Lampenamt").content.decode()


def test_search_when_many_found_turns_pages_without_repeating(client, lamps):
    first, second = (search(client, q="Verein", page=page).context["findings"].hits for page in (1, 2))
    assert len(first) == 10
    assert len({hit.url for hit in (*first, *second)}) == len(first) + len(second)


def test_search_when_narrowed_shows_one_kind(client, lamps):
    hits = search(client, q="Lampen Verein", kind="organisation").context["findings"].hits
    assert {hit.kind for hit in hits} == {"organisation"}


def test_search_when_nothing_found_leads_to_the_front_door(client, lamps):
    page = search(client, q="Quastenflosser").content.decode()
    assert 'action="/de/answer/"' in page


def test_search_when_little_was_found_is_told_to_the_editors(client, lamps):
    for words in ("Lampenamt", "Lampenamt Quastenflosser Brampfen", "Quastenflosser"):
        search(client, q=words)
    misses = ZeroResult.objects.order_by("query").values_list("query", "found_little")
    assert list(misses) == [("lampenamt quastenflosser brampfen", True), ("quastenflosser", False)]


@pytest.mark.parametrize(
    "asked", [{"q": "\x00"}, {"q": "a" * 9000}, {"q": "Lampe", "page": "²"}, {"q": "<b>", "kind": "zzz"}]
)
def test_search_when_input_is_bad_is_a_page(client, lamps, asked):
    assert search(client, **asked).status_code == 200


def test_answer_when_index_knows_its_doors_lists_them_once(town):
    rebuild_index()
    found = compose_answer("Straßenlaterne kaputt, ehrenamtlich helfen")
    shown = {f"directory.office:{door.office.pk}" for door in found.doors}
    assert not shown & {hit.thing_key for hit in found.hits}
