# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.utils import timezone

from friedensplatz.accounts.models import Team
from friedensplatz.activity.actions import record
from friedensplatz.activity.jobs import tell_again
from friedensplatz.activity.models import Activity
from friedensplatz.activity.signals import recorded

pytestmark = pytest.mark.django_db
MINUTES = dt.timedelta(minutes=2)


@pytest.fixture
def heard():
    """The verbs a listener has heard; it fails on "broken"."""
    verbs = []

    def listener(sender, *, activity, thing, **_):
        verbs.append((activity.verb, thing))
        if activity.verb == "broken":
            raise ValueError

    recorded.connect(listener, sender=Team)
    yield verbs
    recorded.disconnect(listener, sender=Team)


@pytest.fixture
def team():
    return Team.objects.create(name="Amt")


def test_listeners_hear_of_a_deed_when_it_is_durable(team, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        activity = record(team, "renamed")
        assert heard == []
    assert heard == [("renamed", team)]
    activity.refresh_from_db()
    assert activity.heard_at is not None


def test_listeners_are_told_later_when_the_process_was_killed_after_the_commit(team, heard):
    record(team, "renamed")
    assert tell_again(timezone.now()) == 0
    assert tell_again(timezone.now() + MINUTES) == 1
    assert tell_again(timezone.now() + MINUTES) == 0
    assert heard == [("renamed", team)]


def test_a_deed_is_left_to_a_person_when_a_listener_fails_ten_times(team, heard):
    record(team, "broken")
    for _ in range(12):
        assert tell_again(timezone.now() + MINUTES) == 0
    assert len(heard) == 10


def test_a_deed_needs_no_telling_when_its_thing_is_gone(team, heard):
    record(team, "renamed")
    team.delete()
    assert tell_again(timezone.now() + MINUTES) == 0
    assert (heard, Activity.objects.filter(heard_at=None).count()) == ([], 0)
