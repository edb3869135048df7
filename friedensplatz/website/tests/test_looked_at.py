# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people go on to counts among the related things, and says so."""

import pytest
from django.utils import timezone

from friedensplatz.directory.models import Organisation
from friedensplatz.search.actions import rebuild_index
from friedensplatz.search.queries import key_of, related
from friedensplatz.website.models import Pair

pytestmark = pytest.mark.django_db


def test_what_many_people_go_on_to_is_shown_as_such():
    clubs = [
        Organisation.objects.create(slug=slug, kind="association", name={"de": slug})
        for slug in ("from", "often", "once")
    ]
    rebuild_index()
    keys = [key_of(club) for club in clubs]
    month = timezone.localdate().replace(day=1)
    for other, count in ((keys[1], 20), (keys[2], 1)):
        first, second = sorted((keys[0], other))
        Pair.objects.create(first=first, second=second, month=month, count=count)
    found = related(clubs[0], "de")
    assert [(one.hit.title, one.reasons) for one in found] == [("often", (("also", ""),))]
