# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was found is narrowed down by kind, topic, district and language; the choice stands in the address."""

import re

import pytest

from friedensplatz.directory.models import Organisation, Topic
from friedensplatz.search.actions import rebuild_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def clubs():
    topics = [Topic.objects.create(slug=slug, name={"de": slug.title()}) for slug in ("sport", "musik")]
    for number, topic in enumerate([topics[0], topics[0], topics[1]]):
        names = {"de": f"Laternenverein {number}"} | ({"en": f"Laternenverein club {number}"} if number == 0 else {})
        club = Organisation.objects.create(slug=f"c{number}", kind="association", name=names)
        club.topics.add(topic)
    rebuild_index()


def titles(client, query):
    page = client.get(f"/de/search/?q=Laternenverein{query}").content.decode()
    return sorted(re.findall(r'fp-results__title" href="[^"]+">(Laternenverein \d)', page))


def test_findings_are_narrowed_down_by_topic(client, clubs):
    assert titles(client, "") == ["Laternenverein 0", "Laternenverein 1", "Laternenverein 2"]
    assert titles(client, "&topic=musik") == ["Laternenverein 2"]


def test_findings_are_narrowed_down_by_language(client, clubs):
    assert titles(client, "&language=en") == ["Laternenverein 0"]


def test_choices_say_how_many_they_would_leave(client, clubs):
    page = client.get("/de/search/?q=Laternenverein").content.decode()
    assert '<option value="sport">Sport (2)</option>' in page
    assert '<option value="musik">Musik (1)</option>' in page


def test_a_choice_that_leaves_nothing_says_so_and_leads_back(client, clubs):
    page = client.get("/de/search/?q=Laternenverein&topic=nonsense").content.decode()
    assert "fp-results__title" not in page
    assert re.search(r'href="\?q=Laternenverein">', page)
