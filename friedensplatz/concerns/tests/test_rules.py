# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from itertools import product

import pytest
from django.utils import timezone

from friedensplatz.accounts.models import Role
from friedensplatz.concerns import codes
from friedensplatz.concerns.models import Admission, Concern, Kind, Protection
from friedensplatz.concerns.queries import Filters, concerns_visible_to, counts_for, inbox_of, offices_of
from tests.cast import make_user


@pytest.mark.parametrize("who", ["bob", "lena", "dora", "eva", "carol", "leo", "ada"])
def test_visible_is_what_is_permitted(who, request, hand_in, other_office):
    user = request.getfixturevalue(who)
    hand_in()
    hand_in(office=other_office)
    permitted = {c for c in Concern.objects.all() if user.has_perm("concerns.view_concern", c)}
    assert set(concerns_visible_to(user)) == permitted
    assert len(permitted) == (1 if who in {"bob", "lena", "dora"} else 0)


@pytest.fixture
def town(office, other_office, bob):
    """Every protection in two offices, of nobody, bob or a counsellor, shown to nobody, an office or a person."""
    cora = make_user("cora@city.example", office=office, role=Role.COUNSELLOR)
    guest = make_user("guest@city.example")
    due = timezone.localdate()
    shown = ({}, {"office": office}, {"office": other_office}, {"user": guest})
    for protection, of, assignee, to in product(Protection, (office, other_office), (None, bob, cora), shown):
        row = {"protection": protection, "office": of, "assignee": assignee, "answer_due": due, "kind": Kind.COMPLAINT}
        concern = Concern.objects.create(reference=codes.new_reference(), **row)
        if to:
            Admission.objects.create(concern=concern, **to)
    return {"cora": cora, "guest": guest}


@pytest.mark.parametrize("who", ["bob", "lena", "dora", "eva", "carol", "leo", "ada", "cora", "guest"])
def test_lists_and_counts_hold_what_is_permitted_in_a_mixed_town(who, request, town):
    user = town.get(who) or request.getfixturevalue(who)
    permitted = {c for c in Concern.objects.all() if user.has_perm("concerns.view_concern", c)}
    assert set(concerns_visible_to(user)) == permitted
    offices = offices_of(user)
    listed = {
        scope: set(inbox_of(user, offices, Filters(scope=scope))) for scope in ("", "shared", "mine", "unassigned")
    }
    assert listed[""] | listed["shared"] == permitted
    assert listed["mine"] == {concern for concern in listed[""] if concern.assignee == user}
    assert listed["unassigned"] == {concern for concern in listed[""] if concern.assignee is None}
    counts = counts_for(user, offices)
    assert (counts.mine, counts.unassigned) == (len(listed["mine"]), len(listed["unassigned"]))


def test_only_the_lead_assigns(concern, bob, lena):
    assert not bob.has_perm("concerns.assign_concern", concern)
    assert lena.has_perm("concerns.assign_concern", concern)


def test_only_leadership_sees_figures(bob, leo, ada):
    assert [user.has_perm("concerns.view_figures") for user in (bob, leo, ada)] == [False, True, False]
