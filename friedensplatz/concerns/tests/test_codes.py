# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from hypothesis import given
from hypothesis import strategies as st

from friedensplatz.concerns import codes
from friedensplatz.concerns.words import subject_of, tidy


def test_codes_are_four_groups_of_four():
    assert [len(group) for group in codes.new_code().split("-")] == [4, 4, 4, 4]
    assert len({codes.new_code() for _ in range(1000)}) == 1000


def test_code_is_found_however_it_is_typed():
    assert codes.matches(" o1il abcd-efgh jkmn ", codes.digest("011I-ABCD-EFGH-JKMN"))
    assert not codes.matches("0111ABCDEFGHJKMP", codes.digest("0111-ABCD-EFGH-JKMN"))


def test_reference_is_read_however_it_is_typed():
    assert codes.normal_reference("7k4m2p9") == codes.normal_reference(" 7K4 - M2P9 ") == "7K4-M2P9"
    assert codes.normal_reference("7K4") == ""


@given(st.text(max_size=300))
def test_tidy_words_hold_no_control_characters_and_stay_when_tidied_again(text):
    tidied = tidy(text)
    assert "\0" not in tidied
    assert tidy(tidied) == tidied
    tidied.encode()
    assert len(subject_of(tidied)) <= 120


def test_subject_ends_between_words():
    assert subject_of("Wort " * 40) == "Wort " * 15 + "Wort…"
    assert subject_of("x" * 200) == "x" * 80 + "…"
