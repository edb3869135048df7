# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.assets.tests.samples import make_asset


@pytest.fixture
def asset(cast):
    """A picture kept by the team of eva's office."""
    return make_asset(team=cast.office.team)
