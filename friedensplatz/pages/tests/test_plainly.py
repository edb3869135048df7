# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from friedensplatz.pages.editor.plainly import html_of, typed_of

PAIRS = [
    ("Eins\n\nZwei", "<p>Eins</p><p>Zwei</p>"),
    ("## Zeiten\n\n- Montag\n- Freitag", "<h3>Zeiten</h3><ul><li>Montag</li><li>Freitag</li></ul>"),
    ("1. Kommen\n2. Fragen", "<ol><li>Kommen</li><li>Fragen</li></ol>"),
    ("Zum [Amt](fp:office/12), **bitte**", '<p>Zum <a href="fp:office/12">Amt</a>, <strong>bitte</strong></p>'),
    ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    ("Straße 1\nDortmund", "<p>Straße 1<br>Dortmund</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "html"), PAIRS)
def test_plain_writing_becomes_markup_and_back(typed, html):
    assert html_of(typed) == html
    assert typed_of(html) == typed


def test_a_table_stays_html_when_it_is_shown_for_typing():
    table = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    assert typed_of(table) == table


def test_script_is_gone_when_somebody_types_it():
    assert html_of("<p>Hallo<script>alert(1)</script></p>") == "<p>Hallo</p>"
    assert html_of("[Amt](javascript:alert(1))") == "<p>[Amt](javascript:alert(1))</p>"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text("ab *<&[]()#-1.\n", max_size=30))
def test_nothing_is_lost_when_a_text_is_shown_and_sent_back(typed):
    html = html_of(typed)
    assert html_of(typed_of(html)) == html


def test_what_reads_the_same_is_written_in_one_way():
    html = "<ul>\n<li><p>a</p><ul><li><p>b</p></li></ul></li> <li><p>c</p><p>d</p></li></ul>\n<p>e</p>"
    assert html_of(html) == "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul><p>e</p>"
