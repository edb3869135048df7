# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every test starts in the city's first language, whatever page the one before it asked for."""

import pytest
from django.conf import settings
from django.utils import translation


@pytest.fixture(autouse=True)
def _citys_language() -> None:
    translation.activate(settings.LANGUAGE_CODE)
