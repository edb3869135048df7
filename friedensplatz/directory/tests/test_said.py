# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.utils import translation

from friedensplatz.directory.opening import Opening
from friedensplatz.directory.templatetags.directory import said

MONDAY = dt.datetime(2026, 11, 23, 9, 30)
NUMBER = '<bdi dir="ltr" class="fp-number">09:30</bdi>'


@pytest.mark.parametrize(
    ("opening", "line"),
    [
        (None, ""),
        (Opening(MONDAY, None, False, {}), f'<span class="fp-open">open until {NUMBER}</span>'),
        (
            Opening(None, MONDAY, True, {}),
            f"<span>closed now, opens on Monday, 23 November at {NUMBER}</span>",
        ),
        (Opening(None, None, True, {}), "<span>by appointment</span>"),
        (Opening(None, None, False, {}), "<span>closed now</span>"),
    ],
)
def test_said_when_shown_is_one_line(opening, line):
    with translation.override("en"):
        assert said(opening) == line
