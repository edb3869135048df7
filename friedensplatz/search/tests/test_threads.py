# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import sys
from concurrent.futures import ThreadPoolExecutor
from string import ascii_lowercase

import pytest

from friedensplatz.search.analysis.stems import forms, stem_german

HEADS = ("laternen", "beschwerden", "häuser", "fragen")
WORDS = [f"{first}{last}{head}" for head in HEADS for first in ascii_lowercase for last in ascii_lowercase]


@pytest.fixture
def impatient_threads():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_forms_when_read_by_several_threads_at_once_are_those_of_one(impatient_threads):
    alone = [forms(word, "de") for word in WORDS]
    forms.cache_clear()
    stem_german.cache_clear()
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda word: forms(word, "de"), WORDS))
    assert together == alone
