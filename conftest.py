# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What all tests share: the city's first language to start in, a media folder of their own, the people."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as house
from django.utils import translation

from tests.cast import Cast, make_cast


@pytest.fixture(autouse=True)
def _citys_language() -> None:
    translation.activate(house.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _own_media(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()
