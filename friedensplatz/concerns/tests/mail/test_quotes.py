# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.concerns.mail.hypertext import text_of
from friedensplatz.concerns.mail.quotes import split_quoted

OWN = "Vielen Dank, das hilft mir."


@pytest.mark.parametrize(
    "quoted",
    [
        "> Guten Tag\n> wir prüfen das.",
        "Am Mo., 3. Feb. 2026 um 10:11 Uhr schrieb Amt <amt@stadt.example>:\n\n> Guten Tag",
        "Am Mo., 3. Feb. 2026 um 10:11 Uhr schrieb Amt\n<amt@stadt.example>:\n> Guten Tag",
        "Am 03.02.26 um 10:11 schrieb Amt:\n> Guten Tag",
        "Am 03.02.2026 um 10:11 schrieb Amt:\nGuten Tag,\nwir prüfen das.",
        "On Mon, Feb 3, 2026 at 10:11 AM Office <office@stadt.example>\nwrote:\n> Hello",
        "Ofis <ofis@stadt.example>, 3 Şub 2026 Pzt, 10:11 tarihinde şunu yazdı:\n\n> Merhaba",
        "3 февраля 2026 г. в 10:11 Амт <amt@stadt.example> написал:\n> Здравствуйте",
        "W dniu 3.02.2026 o 10:11, Amt napisał(a):\n> Dzień dobry".replace("(a)", ""),
        "في ٣ فبراير ٢٠٢٦، كتب المكتب:\n> مرحبا",
        "-----Ursprüngliche Nachricht-----\nVon: Amt\nGuten Tag",
        "----- Original Message -----\nHello",
        "________________________________\nVon: Amt\nGesendet: Montag, 3. Februar 2026\nAn: Anna\nBetreff: AW: x\n\nTag",
        "*Von:* Amt\n*Gesendet:* Montag\n*An:* Anna\n*Betreff:* x\n\nGuten Tag",
        "Gesendet: Montag, 03. Februar 2026 um 10:11 Uhr\nVon: Amt\nAn: Anna\nBetreff: x\nGuten Tag",
        "From: Office\nSent: Monday\nTo: Anna\nSubject: x\n\nHello",
        "Kimden: Ofis\nTarih: Pazartesi\nKime: Anna\nKonu: x\n\nMerhaba",
    ],
)
def test_quote_is_folded_whichever_program_made_it(quoted):
    own, folded = split_quoted(f"{OWN}\n\n{quoted}")
    assert (own.rstrip("_ \n"), folded) == (OWN, quoted.removeprefix("_" * 32 + "\n"))


def test_answers_between_quotes_stay_own_words():
    own, quoted = split_quoted("> Wann?\nHeute.\n> Wo?\nHier.")
    assert (own, quoted) == ("Heute.\nHier.", "> Wann?\n> Wo?")


def test_answer_below_the_quote_stays_own_words():
    own, quoted = split_quoted("Am 3.2.2026 schrieb Amt:\n> Wann?\n\nHeute um 10:00.")
    assert (own, quoted) == ("Heute um 10:00.", "Am 3.2.2026 schrieb Amt:\n> Wann?")


@pytest.mark.parametrize(
    "text",
    [
        "Sie schrieben mir:\nNichts geschieht.",
        "Von: hier sieht man nichts.\nUnd dann?",
        "Am 3.2.2026 war ich da. Mein Wunsch:\nEine Bank.",
        "5 > 3, oder?",
        "Ich schrieb 2026 schon einmal, und das bleibt:\nfalsch.".replace("schrieb", "sagte"),
    ],
)
def test_own_words_stay_when_they_look_like_a_quote(text):
    assert split_quoted(text) == (text, "")


def test_forwarded_mail_is_read_when_nothing_was_added():
    text = "-----Ursprüngliche Nachricht-----\nDer Gehweg ist kaputt."
    assert split_quoted(text) == (text, "")


def test_no_word_is_lost_when_a_mail_is_split():
    text = f"{OWN}\n\n> eins\nzwei\n\nAm 3.2.2026 schrieb Amt:\ndrei\n> vier"
    own, quoted = split_quoted(text)
    assert sorted((own + "\n" + quoted).split()) == sorted(text.split())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Guten Tag</p><p>Der Gehweg<br>ist kaputt.</p>", "Guten Tag\n\nDer Gehweg\nist kaputt."),
        ("<div>eins</div><div><br></div><div>zwei</div>", "eins\n\nzwei"),
        ("<ul><li>eins<li>zwei</ul>", "- eins\n- zwei"),
        ("<style>p{}</style><script>x<y</script><!-- <p>nein -->ja", "ja"),
        ('siehe <a href="https://a.example/x">hier</a>', "siehe hier <https://a.example/x>"),
        ('<a href="https://a.example">https://a.example</a>', "https://a.example"),
        ('<a href="javascript:x">klick</a>', "klick"),
        ("Tom &amp; Ay&#351;e&nbsp;&lt;b&gt;", "Tom & Ayşe <b>"),
        ("1 < 2 und <b>fett", "1 < 2 und fett"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("ja<blockquote>Frage</blockquote>nein", "ja\n\n> Frage\n\nnein"),
        ("<p>ein <b>\n  Wort</b></p>", "ein Wort"),
        ("<table><tr><td>Ort<td>Hafen<tr><td>Zeit</table>", "Ort Hafen\nZeit"),
        ("Ende <a href='http", "Ende"),
    ],
)
def test_html_becomes_text(html, text):
    assert text_of(html) == text
