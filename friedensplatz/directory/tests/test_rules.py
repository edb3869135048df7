# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.directory.models import Duty, Office
from friedensplatz.directory.queries import offices_editable_by

ROLES = ("alice", "bob", "carol", "dora", "eva", "lena", "leo", "ada")


@pytest.fixture
def below(cast):
    """An office two floors below the one whose texts eva looks after."""
    team = Office.objects.create(slug="team", kind="office", name={"de": "Team"}, parent=cast.office)
    return Office.objects.create(slug="desk", kind="office", name={"de": "Schalter"}, parent=team)


@pytest.mark.parametrize("role", ROLES)
def test_offices_shown_to_change_are_those_one_may_change(cast, below, role):
    user = getattr(cast, role)
    permitted = {office for office in Office.objects.all() if user.has_perm("directory.change_office", office)}
    assert set(offices_editable_by(user)) == permitted


def test_editor_changes_the_offices_below_and_no_others(cast, below):
    assert {office.slug for office in offices_editable_by(cast.eva)} == {"babc", "team", "desk"}


def test_case_worker_and_leadership_change_no_office(cast):
    assert [list(offices_editable_by(user)) for user in (cast.bob, cast.lena, cast.leo)] == [[], [], []]


def test_duty_is_changed_by_those_who_change_its_office(cast):
    assert cast.eva.has_perm("directory.change_duty", cast.duty)
    assert not cast.dora.has_perm("directory.change_duty", cast.duty)


def test_duty_of_nobody_is_changed_by_administrators_only(cast):
    duty = Duty.objects.create(slug="nowhere", title={"de": "Wetter"})
    assert [user.has_perm("directory.change_duty", duty) for user in (cast.eva, cast.ada)] == [False, True]


def test_ring_in_the_tree_does_not_hang(cast, below):
    Office.objects.filter(pk=cast.office.pk).update(parent=below)
    assert offices_editable_by(cast.eva).count() == 3
