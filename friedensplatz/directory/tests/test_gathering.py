# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What pages gather by themselves, and why a thing is shown beside another."""

import pytest
from django.utils import translation

from friedensplatz.directory.gathering import more_about
from friedensplatz.directory.models import Audience, Goal, Office, Organisation, Topic
from friedensplatz.search.actions import rebuild_index
from friedensplatz.search.queries import key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def europe():
    return Topic.objects.create(slug="europe", name={"de": "Europa", "en": "Europe"}, summary={"de": "Über Grenzen."})


def clubs(topic, number):
    for index in range(number):
        club = Organisation.objects.create(slug=f"club{index}", kind="association", name={"de": f"Verein {index:02}"})
        club.topics.add(topic)
    rebuild_index()


def shown(client, address):
    return client.get(address).content.decode()


def test_a_topic_page_shows_some_of_each_kind_and_leads_to_the_rest(client, europe):
    clubs(europe, 11)
    page = shown(client, "/en/topics/europe/")
    assert (page.count("fp-teaser__title"), "Verein 08" in page, "Verein 09" in page) == (9, True, False)
    assert "Show 2 more" in page
    whole = shown(client, "/en/topics/europe/?all=organisation")
    assert (whole.count("fp-teaser__title"), "Show " in whole) == (11, False)


def test_a_topic_page_asked_for_all_of_an_unknown_kind_shows_what_there_is(client, europe):
    clubs(europe, 1)
    assert "Verein 00" in shown(client, "/en/topics/europe/?all=nonsense")


def test_an_audience_page_says_whom_it_is_for_and_gathers_its_offices(client):
    women = Audience.objects.create(slug="women", name={"de": "Frauen"}, summary={"de": "Für Sie."}, text={"de": "Da."})
    office = Office.objects.create(slug="equality", kind="office", name={"de": "Gleichstellungsbüro"})
    office.audiences.add(women)
    rebuild_index()
    page = shown(client, "/de/audiences/women/")
    assert [word in page for word in ("Für Sie.", "Da.", "Gleichstellungsbüro")] == [True, True, True]


def test_a_goal_page_gathers_who_serves_it(client):
    club = Organisation.objects.create(slug="club", kind="association", name={"de": "Weltladen"})
    club.goals.add(Goal.objects.get(number=12))
    rebuild_index()
    assert "Weltladen" in shown(client, "/de/goals/12/")
    assert "Weltladen" not in shown(client, "/de/goals/11/")


def test_topics_and_groups_are_listed_with_the_seventeen_goals(client, europe):
    page = shown(client, "/en/topics/")
    assert ("/en/topics/europe/" in page, page.count('href="/en/goals/')) == (True, 17)


def test_more_says_why_in_the_language_of_the_page(europe):
    clubs(europe, 2)
    with translation.override("en"):
        found = more_about(Organisation.objects.get(slug="club0"), exclude=[key_of(europe)])
    assert [(one.hit.title, list(one.why)) for one in found] == [
        ("Verein 01", ['Also about <bdi lang="en">Europe</bdi>'])
    ]


def test_more_shows_first_what_was_pinned_and_says_so(europe):
    clubs(europe, 3)
    asked, last = (Organisation.objects.get(slug=slug) for slug in ("club0", "club2"))
    with translation.override("en"):
        found = more_about(asked, pins=[key_of(last)], exclude=[key_of(europe)])
    assert [one.hit.title for one in found] == ["Verein 02", "Verein 01"]
    assert list(found[0].why) == ["Chosen by the editors", 'Also about <bdi lang="en">Europe</bdi>']
