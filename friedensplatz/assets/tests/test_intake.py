# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is taken into the library, and what is not."""

import io

import pikepdf
import pytest

from friedensplatz.assets.intake import reading
from friedensplatz.assets.intake.documents import read_document
from friedensplatz.assets.intake.drawings import size_of
from friedensplatz.assets.intake.pictures import all_copies, first_copy, teaser_box
from friedensplatz.assets.tests import samples
from friedensplatz.core.uploads.refused import Reason, Refused

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">{}</svg>'


def facts_of(name, data):
    return reading.read_facts(name, io.BytesIO(data))


def refusal(name, data):
    with pytest.raises(Refused) as refused:
        facts_of(name, data)
    return refused.value.reason


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_a_picture_is_known_by_its_content(kind):
    ending = {"JPEG": "jpg"}.get(kind, kind.lower())
    assert facts_of(f"a.{ending}", samples.picture(60, 40, kind=kind)) == reading.Facts("image", ending, 60, 40)


def test_a_photo_on_its_side_has_the_size_it_is_shown_with():
    facts = facts_of("IMG_1.JPEG", samples.photo_with_place())
    assert (facts.width, facts.height) == (600, 1200)


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.mp4", b"\0\0\0\x20ftypisom", "video"),
        ("a.webm", b"\x1a\x45\xdf\xa3", "video"),
        ("a.mp3", b"ID3\x04", "audio"),
        ("a.ogg", b"OggS", "audio"),
    ],
)
def test_films_and_recordings_are_known_by_their_first_bytes(name, head, kind):
    assert facts_of(name, head + bytes(50)).kind == kind


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.png", b"", Reason.EMPTY),
        ("a.jpg", samples.picture(), Reason.MISMATCH),
        ("a.pdf", samples.picture(), Reason.MISMATCH),
        ("a.pdf", samples.zip_named_pdf(), Reason.MISMATCH),
        ("a.exe", b"MZ", Reason.UNKNOWN),
        ("noname", b"MZ", Reason.UNKNOWN),
        ("a.heic", b"\0\0\0\x20ftypheic", Reason.UNKNOWN),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(name, data, reason):
    assert refusal(name, data) == reason


def test_a_truncated_picture_is_refused():
    for kind in ("JPEG", "PNG"):
        data = samples.picture(kind=kind)
        with pytest.raises(Refused) as refused:
            first_copy(io.BytesIO(data[: len(data) // 2]), kind)
        assert refused.value.reason == Reason.BROKEN


def test_a_picture_that_unpacks_to_too_many_pixels_is_refused():
    assert refusal("bomb.png", samples.picture(12_000, 12_000, mode="1", colour=1)) == Reason.TOO_MANY_PIXELS


def test_a_pdf_bomb_is_refused_before_it_unpacks():
    assert refusal("bomb.pdf", samples.pdf_bomb()) == Reason.BROKEN


def test_a_pdf_with_a_password_is_refused():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.pdf())) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal("locked.pdf", out.getvalue()) == Reason.LOCKED


def test_a_pdf_that_runs_a_script_when_opened_is_refused():
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    assert refusal("active.pdf", samples.pdf(root={"/OpenAction": action})) == Reason.ACTIVE


@pytest.mark.parametrize(
    ("how", "lacks"),
    [
        ({}, []),
        ({"tagged": False}, ["tags"]),
        ({"language": "", "claim": False}, ["language", "claim"]),
        ({"tagged": False, "title": "", "claim": False}, ["tags", "title", "claim"]),
    ],
)
def test_what_a_pdf_lacks_to_be_read_aloud_is_told(how, lacks):
    assert read_document(io.BytesIO(samples.pdf(pages=2, **how))) == (2, lacks)


@pytest.mark.parametrize(
    "inside",
    [
        "<path d='M0 0h9'/>",
        "<defs><circle id='a' r='3'/></defs><use href='#a'/><use xlink:href='#a' xmlns:xlink='x'/>",
        "<style>path{fill:url(#g)}</style>",
        "<image href='data:image/png;base64,AAAA'/>",
    ],
)
def test_a_still_drawing_is_taken(inside):
    assert size_of(DRAWING.format(inside).encode()) == (30, 20)


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<ScRipt/>", "<ScRipt>"),
        ("<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "<s:script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<g onload='x()'/>", "onload"),
        ("<a href='java\tscript:x()'><path/></a>", "href=javascript:x()"),
        ("<image href='https://elsewhere.example/a.png'/>", "href=https://elsewhere.example/a.png"),
        ("<use href='other.svg#a'/>", "href=other.svg#a"),
        ("<set attributeName='href' to='javascript:x()'/>", "<set>"),
        ("<style>@import 'https://elsewhere.example/a.css';</style>", "@import"),
        ("<path style='fill:url(https://elsewhere.example/a)'/>", "style: url("),
    ],
)
def test_a_drawing_that_acts_or_reaches_out_is_refused_and_says_what_was_found(inside, found):
    with pytest.raises(Refused) as refused:
        size_of(DRAWING.format(inside).encode())
    assert (refused.value.reason, refused.value.found) == (Reason.ACTIVE, found)


def test_a_drawing_with_entities_or_a_stylesheet_of_its_own_is_refused():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + DRAWING.format("<text>&b;</text>")
    sheet = '<?xml-stylesheet href="a.css"?>' + DRAWING.format("")
    for data, found in ((bomb, "<!ENTITY>"), (sheet, "<?xml-stylesheet>")):
        with pytest.raises(Refused) as refused:
            size_of(data.encode())
        assert (refused.value.reason, refused.value.found) == (Reason.ACTIVE, found)


def test_a_drawing_that_is_cut_off_or_has_no_size_is_refused():
    for data in (b"<svg viewBox='0 0 3 2'><path", b"<svg/>", b"<html><svg/></html>"):
        with pytest.raises(Refused) as refused:
            size_of(data)
        assert refused.value.reason == Reason.BROKEN


def test_copies_are_never_wider_than_the_picture():
    copies = list(all_copies(io.BytesIO(samples.picture(700, 300)), "PNG", (0.5, 0.5)))
    assert [copy.name for copy in copies if copy.shape == "full"] == [
        f"full-{width}.{ending}" for width in (320, 640, 700) for ending in ("avif", "webp", "jpg")
    ]
    assert {(copy.width, copy.height) for copy in copies if copy.shape == "teaser"} == {(320, 213), (450, 300)}


def test_a_picture_of_teaser_shape_needs_no_teaser():
    copies = all_copies(io.BytesIO(samples.picture(300, 200)), "PNG", (0.5, 0.5))
    assert {copy.shape for copy in copies} == {"full"}


def test_transparent_parts_stay_transparent():
    copy = first_copy(io.BytesIO(samples.picture(mode="RGBA", colour=(9, 9, 9, 0))), "PNG")
    assert copy.name == "full-960.png"


def test_a_copy_does_not_tell_where_a_photo_was_taken():
    from PIL import Image

    for copy in all_copies(io.BytesIO(samples.photo_with_place()), "JPEG", (0.5, 0.5)):
        with Image.open(io.BytesIO(copy.data)) as image:
            assert (dict(image.getexif()), image.size) == ({}, (copy.width, copy.height))


@pytest.mark.parametrize(
    ("focal", "box"),
    [
        ((0.5, 0.5), (300, 0, 900, 400)),
        ((0, 0), (0, 0, 600, 400)),
        ((1, 1), (600, 0, 1200, 400)),
        ((0.3, 0.9), (60, 0, 660, 400)),
    ],
)
def test_the_teaser_is_cut_around_the_focal_point(focal, box):
    assert teaser_box(1200, 400, focal) == box
