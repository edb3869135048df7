# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading mail: what programs write, what they get wrong, and what nobody should send."""

import base64
import time
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from friedensplatz.concerns.mail.headers import Address
from friedensplatz.concerns.mail.parts import DEEPEST, MOST_PARTS, File
from friedensplatz.concerns.mail.reading import LONGEST_TEXT, read_mail

PLAIN = b"""Return-Path: <anna@example.org>\r
From: =?utf-8?q?Anna_M=C3=BCller?= <Anna@Example.org>\r
To: "Amt, zentral" <amt@stadt.example>, =?iso-8859-1?q?B=FCro?= <buero@stadt.example>\r
Cc: team@stadt.example (Team)\r
Delivered-To: reply+abc@stadt.example\r
Subject: =?utf-8?b?R2Vod2Vn?=\r
 =?utf-8?b?IGthcHV0dA==?=\r
Message-ID: <one@example.org>\r
In-Reply-To: <two@stadt.example>\r
References: <zero@stadt.example>\r
 <two@stadt.example>\r
Date: Tue, 3 Feb 2026 10:11:12 +0100\r
Content-Language: de-DE\r
Content-Type: text/plain; charset=utf-8\r
\r
Der Gehweg ist kaputt.\r
"""


def mixed(*parts, kind="mixed", extra=b""):
    body = b"".join(b"--x\r\n" + part + b"\r\n" for part in parts)
    return b"From: a@b.example\r\nContent-Type: multipart/%s; boundary=x%s\r\n\r\n%s--x--\r\n" % (
        kind.encode(),
        extra,
        body,
    )


def mail_of(body, kind=b"text/plain", encoding=b"8bit"):
    fields = b"From: a@b.example\r\nContent-Type: %s\r\nContent-Transfer-Encoding: %s\r\n\r\n"
    return read_mail(fields % (kind, encoding) + body)


def test_mail_is_read_when_it_is_as_it_should_be():
    mail = read_mail(PLAIN)
    assert mail.sender == Address("Anna Müller", "anna@example.org")
    assert mail.recipients == (
        "reply+abc@stadt.example",
        "amt@stadt.example",
        "buero@stadt.example",
        "team@stadt.example",
    )
    assert (mail.message_id, mail.answers) == ("one@example.org", ("two@stadt.example", "zero@stadt.example"))
    assert (mail.subject, mail.text, mail.quoted) == ("Gehweg kaputt", "Der Gehweg ist kaputt.", "")
    assert (mail.date, mail.language) == (datetime(2026, 2, 3, 9, 11, 12, tzinfo=UTC), "de")
    assert (mail.files, mail.is_automatic, mail.is_bounce, mail.faults) == ((), False, False, frozenset())


@pytest.mark.parametrize(
    ("declared", "data"),
    [
        (b"utf-8", "Straße zu früh".encode()),
        (b"iso-8859-1", "Straße zu früh".encode()),
        (b"utf-8", "Straße zu früh".encode("cp1252")),
        (b"x-unknown", "Straße zu früh".encode("cp1252")),
        (b"us-ascii", "Straße zu früh".encode("latin-1")),
        (b"utf-7", "Straße zu früh".encode("utf-7")),
        (b"utf-16", "Straße zu früh".encode("utf-16")),
        (b"", "Straße zu früh".encode("utf-16-le")),
        (b"base64", "Straße zu früh".encode()),
        (b"idna", "Straße zu früh".encode()),
        (b'"; charset=', "Straße zu früh".encode()),
    ],
)
def test_text_is_read_whatever_charset_is_declared(declared, data):
    assert mail_of(base64.b64encode(data), b"text/plain; charset=" + declared, b"base64").text == "Straße zu früh"


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("windows-1254", "Şikâyetim var, ışık yanmıyor"),
        ("iso-8859-9", "Şikâyetim var, ışık yanmıyor"),
        ("windows-1256", "الشارع مظلم"),
        ("koi8-r", "Улица тёмная"),
        ("gb2312", "联通"),
        ("iso-2022-jp", "街灯が消えています"),
        ("ks_c_5601-1987", "가로등이 꺼졌어요"),
    ],
)
def test_text_is_read_in_charsets_of_other_writings(charset, text):
    kind = b"text/plain; charset=" + charset.encode()
    assert mail_of(base64.b64encode(text.encode(charset)), kind, b"base64").text == text


def test_zero_and_half_characters_become_the_mark_for_unreadable():
    assert mail_of(b"a" * 60 + b"\x00b").text == "a" * 60 + "\ufffdb"
    assert mail_of(b"a+2AA-b", b"text/plain; charset=utf-7").text == "a\ufffdb"


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        (b"quoted-printable", b"gr=C3=BCn=\r\n und =ZZ gut", "grün und =ZZ gut"),
        (b"base64", b"SGFsbG8=\r\nIFdlbHQ=\r\n", "Hallo Welt"),
        (b"base64", b"SGFsbG8=\r\n-- Liste: bitte abmelden\r\n", "Hallo-- Liste: bitte abmelden"),
        (b"base64", b"Das ist gar nicht verpackt.", "Das ist gar nicht verpackt."),
        (b"base64", b"SGFsbG8", "Hallo"),
        (b"x-uuencode", b"begin 644 a.txt\r\n%2&%L;&\\\r\n`\r\nend\r\n", "Hallo"),
        (b"quite-unknown", b"Hallo", "Hallo"),
    ],
)
def test_body_is_unpacked_however_it_travelled(encoding, body, text):
    assert mail_of(body, encoding=encoding).text == text


@pytest.mark.parametrize(
    ("field", "subject"),
    [
        (b"=?utf-8?q?Stra=C3?= =?utf-8?q?=9Fe?=", "Straße"),
        (b"=?utf-8?b?R2Vod2Vn?= und =?iso-8859-1?q?B=FCrgersteig?=", "Gehweg und Bürgersteig"),
        (b"=?utf-8?q?Gehweg kaputt?=", "Gehweg kaputt"),
        (b"=?utf-8?q?Gehweg", "=?utf-8?q?Gehweg"),
        (b"=?x-nichts?b?R2Vod2Vn?=", "Gehweg"),
        (b"=?utf-8*de?q?Gehweg?=", "Gehweg"),
        ("Straße".encode(), "Straße"),
        ("Straße".encode("latin-1"), "Straße"),
        (b"=?utf-8?b?!!!?=", "!!!"),
    ],
)
def test_subject_is_read_when_words_are_broken(field, subject):
    assert read_mail(b"From: a@b.example\r\nSubject: " + field + b"\r\n\r\nx").subject == subject


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b"attachment; filename*=utf-8'de'Stra%C3%9Fe.pdf", "Straße.pdf"),
        (b"attachment; filename*0*=utf-8''Stra%C3%9F; filename*1=e.pdf", "Straße.pdf"),
        (b"attachment; filename*1*=%9Fe.pdf; filename*0*=utf-8''Stra%C3", "Straße.pdf"),
        (b"attachment; filename*0=ein; filename*1=s.pdf", "eins.pdf"),
        (b'attachment; filename="=?utf-8?q?Stra=C3=9Fe.pdf?="', "Straße.pdf"),
        (b'attachment; filename="a;b \\"c\\".pdf"', 'a;b "c".pdf'),
        (b"attachment; filename=../../etc/passwd", "passwd"),
        (b'attachment; filename="C:\\\\Bilder\\\\x.pdf"', "x.pdf"),
        (b"attachment", "1"),
    ],
)
def test_file_has_its_name_however_it_is_written(disposition, name):
    mail = read_mail(mixed(b"Content-Type: application/pdf\r\nContent-Disposition: " + disposition + b"\r\n\r\n%PDF"))
    assert mail.files == (File(name, "application/pdf", b"%PDF"),)


def test_fields_hold_together_when_folding_is_broken():
    mail = read_mail(b"From: a@b.example\r\nSubject: Der Gehweg\r\nist kaputt\r\nTo: c@d.example\r\n\r\nText")
    assert (mail.subject, mail.recipients, mail.text) == ("Der Gehweg ist kaputt", ("c@d.example",), "Text")


def test_nothing_is_lost_when_there_is_no_head():
    for text in ["Nur Text", "Liebe:Stadt\n\nder Gehweg", "\n\nZwei Zeilen\n\nweiter"]:
        mail = read_mail(text.encode())
        assert (mail.text, mail.faults) == (text.strip(), {"no_head"})


def test_body_begins_when_the_empty_line_is_missing():
    mail = read_mail(b"From: a@b.example\nSubject: x\nDer Gehweg ist kaputt.\nBitte helfen.\n")
    assert (mail.subject, mail.text) == ("x", "Der Gehweg ist kaputt.\nBitte helfen.")


def test_plain_version_is_read_when_there_are_two():
    plain, html = b"Content-Type: text/plain\r\n\r\nGuten Tag", b"Content-Type: text/html\r\n\r\n<b>Guten Tag</b>"
    assert read_mail(mixed(plain, html, kind="alternative")).text == "Guten Tag"


def test_html_version_is_read_when_the_plain_one_only_points_to_it():
    plain = b"Content-Type: text/plain\r\n\r\nHTML only"
    html = b"Content-Type: text/html\r\n\r\n<p>" + b"Der Gehweg ist kaputt. " * 5 + b"</p>"
    assert read_mail(mixed(plain, html, kind="alternative")).text == ("Der Gehweg ist kaputt. " * 5).strip()


def test_pictures_inside_html_become_files():
    html = b"Content-Type: text/html\r\n\r\n<p>Hier:</p><img src=cid:1 alt='Loch'>"
    picture = b"Content-Type: image/png\r\nContent-ID: <1>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw=="
    mail = read_mail(mixed(html, picture, kind="related"))
    assert (mail.text, mail.files) == ("Hier:\n\n[Loch]", (File("1", "image/png", b"\x89PNG"),))


def test_nested_mail_and_winmail_are_kept_as_files():
    nested = b"Content-Type: message/rfc822\r\n\r\nMessage-ID: <in@b.example>\r\n\r\nInnen"
    tnef = b"Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\n\x78\x9f\x3e\x22"
    mail = read_mail(mixed(b"Content-Type: text/plain\r\n\r\nAussen", nested, tnef))
    assert (mail.text, mail.reported) == ("Aussen", ())
    assert [(file.name, file.media_type) for file in mail.files] == [
        ("1.eml", "message/rfc822"),
        ("winmail.dat", "application/ms-tnef"),
    ]
    assert mail.files[0].data == b"Message-ID: <in@b.example>\r\n\r\nInnen"


def test_what_stands_outside_the_boundaries_is_read():
    body = b"This is a multi-part message in MIME format.\r\n--x\r\n\r\nInnen\r\n--x--\r\nFusszeile der Liste\r\n"
    mail = read_mail(b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + body)
    assert mail.text == "Innen\n\nFusszeile der Liste"


@pytest.mark.parametrize(
    "kind", [b"multipart/mixed", b"multipart/mixed; boundary=andere", b'multipart/mixed; boundary=""']
)
def test_boundary_is_found_when_it_is_not_declared(kind):
    assert mail_of(b"--zz\r\nContent-Type: text/plain\r\n\r\nInnen\r\n--zz--\r\n", kind).text == "Innen"


def test_boundary_is_found_below_the_hint_for_old_programs():
    body = b"This is a MIME-encapsulated message\r\n\r\n--zz\r\nContent-Type: text/plain\r\n\r\nInnen\r\n--zz--\r\n"
    assert mail_of(body, b"multipart/report; bo").text == "Innen"


def test_text_is_read_when_several_parts_are_announced_and_none_comes():
    assert mail_of(b"Nur Text", b"multipart/mixed; boundary=x").text == "Nur Text"


@pytest.mark.parametrize("kind", [b"text", b"", b"text/plain/plain", b"; charset=", b"Klartext"])
def test_text_is_read_when_its_type_is_bogus(kind):
    assert mail_of(b"Hallo", kind).text == "Hallo"


def test_binary_junk_is_kept_as_a_file():
    junk = bytes(range(256)) * 4
    mail = read_mail(junk)
    assert (mail.text, [file.data for file in mail.files], mail.faults) == ("", [junk], {"no_head"})


def test_empty_message_is_empty():
    mail = read_mail(b"")
    assert (mail.text, mail.files, mail.sender, mail.date) == ("", (), Address(), None)


def test_flowed_lines_are_joined():
    mail = mail_of(b"Der Gehweg \r\nist kaputt.\r\n-- \r\nAnna\r\n", b"text/plain; format=flowed")
    assert mail.text == "Der Gehweg ist kaputt.\n-- \nAnna"


def test_ten_thousand_parts_are_kept_whole_beside_the_first():
    data = mixed(*[b"Content-Type: text/plain\r\n\r\nTeil"] * 10_000)
    mail = read_mail(data)
    assert mail.text.count("Teil") == MOST_PARTS
    assert (mail.faults, [file.data for file in mail.files]) == ({"too_many_parts"}, [data])


def test_deep_nesting_is_kept_whole():
    data = b"From: a@b.example\r\n"
    for level in range(DEEPEST + 500):
        data += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
    mail = read_mail(data + b"\r\nInnen")
    assert (mail.faults, mail.files[-1].data) == ({"too_deep"}, data + b"\r\nInnen")


def test_long_text_is_kept_as_a_file_beside_its_beginning():
    mail = mail_of(b"wort " * 20_000)
    assert (len(mail.text), mail.faults) == (LONGEST_TEXT, {"long_text"})
    assert mail.files == (File("text.txt", "text/plain", b"wort " * 20_000),)


BOMBS = {
    "quotes": b'From: "' + b'\\"' * 200_000,
    "comments": b"From: " + b"(" * 200_000,
    "angles": b"To: a@b.example" + b"<" * 200_000,
    "words": b"From: a@b.example\r\nSubject: " + b"=?a?q?" * 50_000,
    "parameters": b"Content-Type: multipart/mixed" + b';a="\\' * 50_000,
    "folds": b"Subject: x\r\n" + b" y\r\n" * 50_000,
    "tags": b"Content-Type: text/html\r\n\r\n" + b"<a <!-- <b" * 50_000,
    "comments in html": b"Content-Type: text/html\r\n\r\n" + b"<!--" * 100_000,
    "deep html": b"Content-Type: text/html\r\n\r\n" + b"<div><blockquote>" * 50_000,
    "number": b"Content-Type: text/html\r\n\r\n&#" + b"9" * 200_000,
    "style": b"Content-Type: text/html\r\n\r\n" + b"<style" * 100_000,
    "colons": b"From: a@b.example\r\n\r\n" + b"Am 1.1.2026 schrieb:\n" * 30_000,
    "bracket lines": b"From: a@b.example\r\n\r\n" + b"> " * 300_000,
    "boundaries": b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n" * 50_000,
    "one line": b"From: a@b.example\r\n\r\n" + b"schrieb 2026 " * 60_000 + b":",
    "ids": b"From: a@b.example\r\nReferences: " + b"<a@b> " * 60_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_reading_stays_quick_when_a_mail_is_made_to_be_slow(name):
    start = time.process_time()
    read_mail(BOMBS[name])
    assert time.process_time() - start < 2


PIECES = st.sampled_from(
    [
        b"From: a@b\r\n",
        b"Content-Type: multipart/mixed; boundary=x\r\n",
        b"Content-Type: text/html; charset=utf-7\r\n",
        b"Content-Type: message/rfc822\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
        b"\r\n",
        b"\r\n\r\n",
        b"--x\r\n",
        b"--x--\r\n",
        b"=?utf-8?b?w6Q=?=",
        b"> zitat\r\n",
        b"<p>",
        b"&#0;",
        b"\x00",
        b"\xff",
        b"Date: 1\r\n",
        b" ",
        b";",
        b"Content-Type: multipart/alternative; boundary=y\r\n",
        b"--y\r\n",
        b"filename*0*=x'y'%ff",
        b"Wort",
        b"\n",
        b"\r",
        b"Content-Disposition: attachment; ",
        b"Subject:",
        b"To: <",
        b"References: <a@b>\r\n",
        b"charset=idna",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.lists(PIECES | st.binary(max_size=8), max_size=40).map(b"".join)))
@example(b"Date: Mon, 1 Jan 0001 00:00:00 +2359\r\n\r\n")
@example(b"From: a@b\r\nDate: 99999999999999999999999999\r\n\r\n")
def test_anything_is_read_and_can_be_stored(data):
    mail = read_mail(data)
    for text in [mail.text, mail.quoted, mail.subject, mail.sender.name, *(file.name for file in mail.files)]:
        assert "\x00" not in text
        text.encode()


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1), st.binary(min_size=1))
def test_words_and_files_come_back_as_they_were_sent(text, data):
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "a@b.example"
    message.set_content(text)
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename="x.bin")
    mail = read_mail(message.as_bytes())
    assert (mail.text, [file.data for file in mail.files]) == (text, [data])
