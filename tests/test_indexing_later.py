# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever writes very much at once leaves the index to be made anew."""

import pytest

from friedensplatz.activity.actions import record
from friedensplatz.directory.models import Organisation
from friedensplatz.search.actions import leave_to_rebuilding, rebuild_index
from friedensplatz.search.queries import find
from friedensplatz.search.state import is_outdated

pytestmark = pytest.mark.django_db


def test_what_is_left_to_rebuilding_is_found_once_that_is_done(django_capture_on_commit_callbacks):
    rebuild_index()
    club = Organisation.objects.create(slug="club", kind="association", name={"de": "Laternenverein"})
    with leave_to_rebuilding(), django_capture_on_commit_callbacks(execute=True):
        record(club, "created")
    assert not find("Laternenverein", "de").hits
    assert is_outdated()
    rebuild_index()
    assert [hit.title for hit in find("Laternenverein", "de").hits] == ["Laternenverein"]
