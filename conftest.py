# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What all tests share: the city's first language to start in, a media folder of their own, the people."""

import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as house
from django.utils import translation

from friedensplatz.core import caching
from friedensplatz.core.models import ContentVersion
from tests.cast import Cast, make_cast


@pytest.fixture(autouse=True)
def _citys_language() -> None:
    translation.activate(house.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _own_media(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _version_unread() -> None:
    """What an earlier test read of the version of all content went with its rows."""
    caching._seen["at"] = float("-inf")


@pytest.fixture
def facts_held(db: None, settings: Any) -> None:
    """As in a web process: what nearly every page needs is read once and held. Nothing of an earlier test is."""
    settings.REMEMBER_FACTS = True
    ContentVersion.objects.create(pk=caching.ROW, number=time.time_ns())
    caching.content_changed()


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()
