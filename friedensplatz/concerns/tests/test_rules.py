# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.concerns.models import Concern
from friedensplatz.concerns.queries import concerns_visible_to


@pytest.mark.parametrize("who", ["bob", "lena", "dora", "eva", "carol", "leo", "ada"])
def test_visible_is_what_is_permitted(who, request, hand_in, other_office):
    user = request.getfixturevalue(who)
    hand_in()
    hand_in(office=other_office)
    permitted = {c for c in Concern.objects.all() if user.has_perm("concerns.view_concern", c)}
    assert set(concerns_visible_to(user)) == permitted
    assert len(permitted) == (1 if who in {"bob", "lena", "dora"} else 0)


def test_only_the_lead_assigns(concern, bob, lena):
    assert not bob.has_perm("concerns.assign_concern", concern)
    assert lena.has_perm("concerns.assign_concern", concern)


def test_only_leadership_sees_figures(bob, leo, ada):
    assert [user.has_perm("concerns.view_figures") for user in (bob, leo, ada)] == [False, True, False]
