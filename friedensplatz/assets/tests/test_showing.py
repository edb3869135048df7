# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How pictures and files stand in pages, and how they are sent."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils.translation import override

from friedensplatz.assets.actions import change_facts
from friedensplatz.assets.linked import image_object
from friedensplatz.assets.models import Asset
from friedensplatz.assets.preparing import prepare_next
from friedensplatz.assets.queries import with_renditions
from friedensplatz.assets.showing import file_address, shown
from friedensplatz.assets.tests import samples

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z"/></svg>'


def drawn(source, language="de", **context):
    with override(language):
        return Template("{% load assets %}" + source).render(Context(context)).strip()


@pytest.fixture
def ready(asset):
    prepare_next()
    asset.refresh_from_db()
    return asset


def test_a_picture_stands_there_in_three_formats_with_size_words_and_credit(ready):
    page = drawn("{% picture asset sizes='50vw' %}", asset=ready)
    for ending in ("avif", "webp"):
        assert f'<source type="image/{ending}" srcset="/media/rathaus/{ready.stamp}/full-320.{ending} 320w' in page
    assert f'src="/media/rathaus/{ready.stamp}/full-1200.jpg"' in page
    assert 'width="1200" height="600" alt="Das Rathaus im Schnee." loading="lazy"' in page
    assert "CC BY 4.0</a>, <bdi>photo.example / Ada Beispiel</bdi>" in page
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in page


def test_words_in_another_language_say_so(ready):
    assert 'alt="Das Rathaus im Schnee." lang="de" dir="ltr"' in drawn("{% picture asset %}", "ar", asset=ready)


def test_a_teaser_is_cut_and_silent(ready):
    page = drawn("{% teaser_picture asset %}", asset=ready)
    assert f'src="/media/rathaus/{ready.stamp}/teaser-900.jpg"' in page
    assert 'alt=""' in page


def test_a_new_picture_is_shown_in_one_size_until_the_others_are_drawn(asset):
    assert drawn("{% picture asset %}", asset=asset).count("<source") == 0
    assert shown(asset, "teaser").address.endswith("/full-960.jpg")


@pytest.mark.parametrize(
    "facts", [{"alt": {}}, {"creator": ""}, {"licence": ""}, {"licence_until": dt.date(2020, 1, 1)}, {"source": ""}]
)
@pytest.mark.parametrize("tag", ["picture", "teaser_picture", "download", "player"])
def test_nothing_is_drawn_of_what_lacks_a_fact_or_whose_licence_has_ended(asset, facts, tag):
    for name, value in facts.items():
        setattr(asset, name, value)
    assert drawn(f"{{% {tag} asset %}}", asset=asset) == ""


def test_tags_ask_the_database_for_nothing(ready, django_assert_num_queries):
    other = samples.make_asset("other.png")
    with django_assert_num_queries(1):
        assets = with_renditions([ready.pk, other.pk])
        for asset in assets.values():
            drawn("{% picture asset %}{% teaser_picture asset %}{% download asset %}", asset=asset)
    with django_assert_num_queries(0):
        assert with_renditions([]) == {}


def test_a_file_says_its_type_size_and_pages_and_that_it_has_no_tags(cast):
    asset = samples.make_asset("a.pdf", samples.pdf(tagged=False, pages=4))
    page = drawn("{% download asset %}", "en", asset=asset)
    assert "(PDF, " in page
    assert "KB, 4 pages)" in page.replace("\xa0", " ") or "bytes, 4 pages)" in page.replace("\xa0", " ")
    assert "This PDF has no tags." in page
    tagged = samples.make_asset("b.pdf", samples.pdf())
    assert "This PDF has no tags." not in drawn("{% download asset %}", "en", asset=tagged)


def test_a_film_loads_nothing_by_itself(cast):
    asset = samples.make_asset("a.mp4", b"\0\0\0\x20ftypisom" + bytes(90))
    assert '<video controls preload="none"><source src="' in drawn("{% player asset %}", asset=asset)


def test_a_copy_is_sent_to_be_kept(client, ready):
    response = client.get(shown(ready).address, headers={"accept-encoding": "gzip"})
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Content-Encoding" not in response
    assert "Set-Cookie" not in response
    assert len(b"".join(response)) == int(response["Content-Length"])


def test_a_drawing_is_sent_so_that_nothing_in_it_can_run(client, cast):
    asset = samples.make_asset("a.svg", DRAWING)
    response = client.get(file_address(asset))
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Security-Policy"].startswith("default-src 'none'")
    assert response["Content-Security-Policy"].endswith("sandbox")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response) == DRAWING
    assert f'src="{file_address(asset)}" width="30" height="20"' in drawn("{% picture asset %}", asset=asset)


@pytest.mark.parametrize(
    ("asked", "status", "told", "sent"),
    [
        ("bytes=0-3", 206, "bytes 0-3/15", b"\0\0\0 "),
        ("bytes=12-", 206, "bytes 12-14/15", b"END"),
        ("bytes=-3", 206, "bytes 12-14/15", b"END"),
        ("bytes=12-99", 206, "bytes 12-14/15", b"END"),
        ("bytes=99-", 416, "bytes */15", b""),
        ("bytes=a-b", 200, None, b"\0\0\0 ftypisomEND"),
    ],
)
def test_a_part_of_a_film_is_sent_when_asked_for(client, cast, asked, status, told, sent):
    asset = samples.make_asset("a.mp4", b"\0\0\0 ftypisomEND")
    response = client.get(file_address(asset), headers={"range": asked})
    assert (response.status_code, response.get("Content-Range"), b"".join(response)) == (status, told, sent)


def test_old_addresses_lead_to_the_file_of_today_and_invented_ones_nowhere(client, ready):
    old = f"/media/rathaus/{'0' * 32}/full-320.webp"
    assert client.get(old)["Location"] == shown(ready).address
    for name in ("full-999.jpg", "original.png", "rathaus.png", "teaser-320.gif"):
        assert client.get(f"/media/rathaus/{ready.stamp}/{name}").status_code == 404
    assert client.get(f"/media/nothing/{ready.stamp}/full-320.jpg").status_code == 404


def test_a_file_whose_licence_has_ended_is_only_for_editors(client, ready, cast):
    Asset.objects.update(licence_until=dt.date(2020, 1, 1))
    assert client.get(shown(ready).address).status_code == 404
    client.force_login(cast.eva)
    response = client.get(shown(ready).address)
    assert (response.status_code, len(b"".join(response)) > 0) == (200, True)


def test_credits_name_what_is_shown_somewhere(client, asset, cast):
    samples.make_asset("unused.png", title={"de": "Nirgends"})
    assert "Rathaus" not in client.get("/de/image-credits/").content.decode()
    cast.office.image = asset
    cast.office.save()
    page = client.get("/de/image-credits/").content.decode()
    assert "Rathaus" in page
    assert "Nirgends" not in page
    change_facts(asset, {"licence_until": dt.date(2020, 1, 1)}, seen=asset.version, by=None)
    assert "Rathaus" not in client.get("/de/image-credits/").content.decode()


def test_a_picture_tells_machines_whose_it_is(ready, settings):
    settings.PUBLIC_URL = "https://stadt.example"
    assert image_object(ready) == {
        "@type": "ImageObject",
        "contentUrl": f"https://stadt.example/media/rathaus/{ready.stamp}/full-1200.jpg",
        "name": "Rathaus",
        "description": "Das Rathaus im Schnee.",
        "width": 1200,
        "height": 600,
        "creditText": "photo.example / Ada Beispiel",
        "creator": {"@type": "Person", "name": "Ada Beispiel"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "acquireLicensePage": "https://stadt.example/de/image-credits/",
        "copyrightNotice": "Ada Beispiel",
    }
