# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A day and a time read as people write them in the language of the page."""

import datetime as dt

import pytest
from django.utils import translation
from django.utils.formats import date_format

MAY_7 = dt.datetime(2026, 5, 7, 9, 5)


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("de", "7. Mai 2026", "7. Mai 2026, 09:05"),
        ("en", "7 May 2026", "7 May 2026, 09:05"),
        ("tr", "7 Mayıs 2026", "7 Mayıs 2026, 09:05"),
        ("uk", "7 травня 2026", "7 травня 2026, 09:05"),
        ("ar", "7 مايو 2026", "7 مايو 2026، 09:05"),
        ("pl", "7 maja 2026", "7 maja 2026, 09:05"),
    ],
)
def test_dates_are_written_as_in_the_language(language, day, moment):
    with translation.override(language):
        assert (date_format(MAY_7), date_format(MAY_7, "DATETIME_FORMAT")) == (day, moment)
