# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.core.text import cleaned


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("  a\x00b \r\n c\r", "ab \n c"),
        ("\ud800x", "?x"),
        ("\x1b[31mred\x07", "[31mred"),
        ("👩‍👩‍👧 \u202eabc", "👩‍👩‍👧 \u202eabc"),
        ("\x00", ""),
    ],
)
def test_cleaned_when_given_anything_is_plain_text(raw, plain):
    assert cleaned(raw) == plain
