# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from friedensplatz.activity.queries import activities_of
from friedensplatz.assets.captions import keep_captions, lacks_captions, remove_captions
from friedensplatz.assets.intake.captions import MOST_BYTES, BadCaptions, Fault, read_captions
from friedensplatz.assets.queries import assets_matching
from friedensplatz.assets.tests import samples
from friedensplatz.assets.tests.test_showing import drawn
from friedensplatz.core.uploads.refused import Refused

GOOD = "WEBVTT - Das Rathaus\n\nNOTE nur ein Vermerk\n\n1\n00:01.000 --> 00:04.000 align:start\n– Guten Tag!\n\n"
GOOD += "00:00:04.000 --> 01:00:05.500\nWillkommen\nim Rathaus.\n"


@pytest.fixture
def film(cast):
    return samples.make_asset("a.mp4", b"\0\0\0\x20ftypisom" + bytes(90), team=cast.office.team)


@pytest.fixture
def eva(cast):
    client = Client()
    client.force_login(cast.eva)
    return client


def sent(client, film, text, language="de"):
    file = SimpleUploadedFile("a.vtt", text.encode())
    return client.post(f"/en/desk/library/file/{film.slug}/captions/", {"language": language, "captions": file})


def test_subtitles_are_read_whatever_ends_their_lines_and_with_a_mark_in_front():
    assert read_captions(GOOD.encode()) == GOOD
    assert read_captions(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == GOOD


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("", Fault.NO_HEADER, 1),
        ("1\n00:00:01,000 --> 00:00:04,000\nSubRip", Fault.NO_HEADER, 1),
        ("\nWEBVTT", Fault.NO_HEADER, 1),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nx", Fault.NO_HEADER, 1),
        ("WEBVTT\n\nNOTE leer", Fault.NOTHING, 1),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nx", Fault.NO_TIMING, 3),
        ("WEBVTT\n\nnur Worte", Fault.NO_TIMING, 3),
        ("WEBVTT\n\neins\nzwei\ndrei", Fault.NO_TIMING, 4),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nx", Fault.ENDS_EARLY, 3),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\nx\n\n00:01.000 --> 00:03.000\ny", Fault.GOES_BACK, 6),
        ("WEBVTT\n\n00:02.000 --> 00:03.000", Fault.NO_WORDS, 3),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nx", Fault.NO_TIMING, 3),
    ],
)
def test_wrong_subtitles_are_told_by_their_line(text, fault, line):
    with pytest.raises(BadCaptions) as bad:
        read_captions(text.encode())
    assert (bad.value.fault, bad.value.line) == (fault, line)


def test_what_is_no_text_or_too_large_is_refused(film):
    for data in (b"WEBVTT\0", GOOD.encode() + b" " * MOST_BYTES):
        with pytest.raises(Refused):
            keep_captions(film, "de", data, by=None)
    assert film.captions == {}


def test_a_film_says_that_it_has_no_subtitles_until_it_has_or_needs_none(film):
    assert "This film has no subtitles yet." in drawn("{% player asset %}", "en", asset=film)
    film.silent = True
    assert "This film has no subtitles yet." not in drawn("{% player asset %}", "en", asset=film)
    film.silent = False
    keep_captions(film, "de", GOOD.encode(), by=None)
    html = drawn("{% player asset %}", "de", asset=film)
    assert "This film has no subtitles yet." not in html
    assert 'srclang="de" label="Deutsch" default>' in html
    assert "default" not in drawn("{% player asset %}", "en", asset=film)


def test_subtitles_are_sent_at_an_address_of_their_own(film, client):
    keep_captions(film, "de", GOOD.encode(), by=None)
    html = drawn("{% player asset %}", asset=film)
    address = html.partition('<track kind="captions" src="')[2].partition('"')[0]
    response = client.get(address)
    assert (response["Content-Type"], response.content.decode()) == ("text/vtt; charset=utf-8", GOOD)
    keep_captions(film, "de", GOOD.replace("Tag", "Abend").encode(), by=None)
    assert address not in drawn("{% player asset %}", asset=film)
    assert client.get(address).status_code == 404


def test_editors_add_subtitles_and_take_them_away(film, eva, cast):
    page = f"/en/desk/library/file/{film.slug}/"
    assert "deaf" not in eva.get(page).content.decode()
    assert [asset.slug for asset in assets_matching(state="uncaptioned")] == [film.slug]
    assert sent(eva, film, GOOD)["Location"] == page
    assert sent(eva, film, GOOD, "ar")["Location"] == page
    film.refresh_from_db()
    assert (sorted(film.captions), lacks_captions(film)) == (["ar", "de"], False)
    assert not assets_matching(state="uncaptioned").exists()
    eva.post(f"{page}captions/ar/remove/")
    film.refresh_from_db()
    assert list(film.captions) == ["de"]
    assert [deed.verb for deed in activities_of(film)] == ["added", "captioned", "captioned", "captions_removed"]


def test_a_mistake_is_told_with_its_line_and_nothing_is_kept(film, eva):
    html = sent(eva, film, "WEBVTT\n\n00:02.000 --> 00:01.000\nx").content.decode()
    assert "Line 3: this subtitle ends before it begins." in html
    film.refresh_from_db()
    assert film.captions == {}


def test_only_films_have_subtitles(asset, eva):
    assert sent(eva, asset, GOOD).status_code == 404


def test_the_same_subtitles_again_are_no_change_and_none_to_take_away_neither(film):
    keep_captions(film, "de", GOOD.encode(), by=None)
    keep_captions(film, "de", GOOD.encode(), by=None)
    remove_captions(film, "pl", by=None)
    assert [deed.verb for deed in activities_of(film)] == ["added", "captioned"]
