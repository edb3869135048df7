# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import re

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from friedensplatz.pages.blocks import blocks_of
from friedensplatz.pages.differences import difference

ADDED = '<ins><span class="kern-sr-only">[added: </span>{}<span class="kern-sr-only">]</span></ins>'
REMOVED = '<del><span class="kern-sr-only">[removed: </span>{}<span class="kern-sr-only">]</span></del>'

words = st.lists(st.sampled_from(["Rat", "Haus", "am", "Platz", "&lt;b&gt;", "&amp;"]), max_size=5).map(" ".join)
texts = st.lists(words, max_size=3).map(lambda parts: "".join(f"<p>{one}</p>" for one in parts))


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def shown(old, new):
    return difference(blocks_of(old), blocks_of(new))


def test_only_the_words_that_changed_are_marked():
    html = shown("<p>Das Haus ist offen.</p>", "<p>Das Haus ist morgen offen.</p>")
    assert html == f'<p class="fp-difference fp-difference--p">Das Haus ist {ADDED.format("morgen")} offen.</p>'


def test_a_word_that_stayed_between_two_changes_is_read_with_them():
    html = shown("<p>um acht und zehn Uhr</p>", "<p>um neun und elf Uhr</p>")
    assert REMOVED.format("acht und zehn") in html
    assert ADDED.format("neun und elf") in html


def test_a_changed_link_target_shows_when_its_words_stayed():
    html = shown('<p>Zum <a href="fp:office/1">Amt</a></p>', '<p>Zum <a href="fp:office/2">Amt</a></p>')
    assert 'Amt<span class="fp-difference__target"> (fp:office/1)</span>' in html
    assert 'Amt<span class="fp-difference__target"> (fp:office/2)</span>' in html


def test_a_new_paragraph_is_a_paragraph_of_its_own():
    html = shown("<p>Eins</p>", "<p>Eins</p><h3>Zwei</h3>")
    assert html == (
        '<p class="fp-difference fp-difference--p">Eins</p>'
        f'<p class="fp-difference fp-difference--h3">{ADDED.format("Zwei")}</p>'
    )


def test_a_paragraph_that_joined_another_shows_its_former_end():
    assert shown("<p>Eins</p><p>Zwei</p>", "<p>Eins Zwei</p>") == (
        f'<p class="fp-difference fp-difference--p">Eins {REMOVED.format("¶")} Zwei</p>'
    )


def test_markup_in_a_text_stays_text():
    assert "&lt;script&gt;" in shown("", "<p>&lt;script&gt;</p>").replace(" ", "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts)
def test_what_is_not_removed_reads_as_the_new_text(old, new):
    html = re.sub(r"<del>.*?</del>", "", shown(old, new))
    assert re.sub(r"<[^>]+>|\[added: |\]|\s", "", html) == re.sub(r"</?p>|\s", "", new)
