# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.accounts.actions import create_user
from friedensplatz.accounts.models import Team


@pytest.fixture
def ada():
    """An administrator."""
    return create_user("ada@dortmund.example", "Ada", administrator=True, password="a long sentence 1")


@pytest.fixture
def bob():
    """Somebody without any role."""
    return create_user("bob@dortmund.example", "Bob", password="a long sentence 2")


@pytest.fixture
def team():
    return Team.objects.create(name="Amt")


@pytest.fixture
def desk(client, ada):
    """The browser of an administrator."""
    client.force_login(ada)
    return client
