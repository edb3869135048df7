# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The library at the desk."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import assets_changeable_by, missing_facts
from friedensplatz.assets.tasks import facts, licences
from friedensplatz.assets.tests import samples
from friedensplatz.assets.tests.test_intake import DRAWING

LIBRARY = "/de/desk/library/"
TYPED = {
    "title__de": "Rathaus",
    "alt__de": "Das Rathaus im Schnee.",
    "creator": "Ada Beispiel",
    "licence": "CC-BY-4.0",
    "source": "photo.example",
    "focal_x": "50",
    "focal_y": "50",
}


@pytest.fixture
def eva(client, cast):
    client.force_login(cast.eva)
    return client


def send(client, *uploads, **typed):
    return client.post(f"{LIBRARY}add/", {"uploads": list(uploads), **typed}, follow=True)


def said(response):
    return response.content.decode()


def test_several_files_are_added_at_once_with_one_credit(eva, cast):
    blue = samples.upload("blau.png", samples.picture(colour=(0, 0, 99)))
    page = send(eva, samples.upload("rot.png"), blue, creator="Ada", licence="CC0-1.0", team=cast.office.team.pk)
    assert page.redirect_chain == [(LIBRARY, 302)]
    assert set(Asset.objects.values_list("slug", "creator", "licence", "team")) == {
        ("rot", "Ada", "CC0-1.0", cast.office.team.pk),
        ("blau", "Ada", "CC0-1.0", cast.office.team.pk),
    }


def test_one_file_leads_to_its_page_and_sent_again_to_the_same(eva):
    for _ in range(2):
        assert send(eva, samples.upload("rot.png")).redirect_chain == [(f"{LIBRARY}file/rot/", 302)]
    assert Asset.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("bad.svg", DRAWING.format("<script/>").encode(), "&lt;script&gt;"),
        ("bad.pdf", samples.zip_named_pdf(), "The name of this file says one thing and its content another."),
        ("bad.pdf", samples.pdf_bomb(), "We cannot open this file."),
        ("bad.jpg", samples.picture(kind="JPEG")[:900], "We cannot open this file."),
        ("bad.jpg", samples.picture(9, 9), "The name of this file says one thing and its content another."),
        ("bad.png", samples.picture(12_000, 12_000, mode="1", colour=1), "too many pixels"),
        ("bad.docx", b"PK", "PDF, films"),
    ],
)
def test_a_file_that_is_not_taken_is_named_with_the_reason_and_the_others_are_in(eva, name, data, why):
    bad = SimpleUploadedFile(name, data)
    page = said(eva.post("/en/desk/library/add/", {"uploads": [samples.upload("good.png"), bad], "creator": "Ada"}))
    assert f"{name}: " in page
    assert why in page
    assert 'value="Ada"' in page
    assert list(Asset.objects.values_list("slug", flat=True)) == ["good"]


def test_sixty_megabytes_are_refused_before_they_fill_the_disk(eva, settings):
    settings.ASSET_LIMIT = settings.LARGEST_UPLOAD = 100_000
    large = SimpleUploadedFile("large.png", samples.picture() + bytes(200_000))
    page = said(eva.post("/en/desk/library/add/", {"uploads": [large]}))
    assert "large.png: This file is larger than 97.7" in page
    assert not Asset.objects.exists()


def test_facts_are_saved_and_a_colleague_who_was_faster_is_seen(eva, asset):
    address = f"{LIBRARY}file/rathaus/"
    assert eva.post(address, TYPED | {"creator": "Erste", "seen": 1}).status_code == 302
    page = said(eva.post("/en/desk/library/file/rathaus/", TYPED | {"creator": "Zweite", "seen": 1}))
    assert '<td dir="auto">Erste</td><td dir="auto">Zweite</td>' in page
    assert 'value="Zweite"' in page
    assert eva.post(address, TYPED | {"creator": "Zweite", "seen": 2}).status_code == 302
    asset.refresh_from_db()
    assert (asset.creator, asset.focal_x) == ("Zweite", 0.5)


def test_what_is_used_stays_complete(eva, asset, cast):
    cast.office.image = asset
    cast.office.save()
    page = said(eva.post("/en/desk/library/file/rathaus/", TYPED | {"alt__de": "", "seen": 1}))
    assert "It is in use, so no fact may be missing." in page
    assert missing_facts(Asset.objects.get()) == []


def test_a_replaced_picture_is_shown_wherever_it_is_used(eva, asset, cast):
    cast.office.image = asset
    cast.office.save()
    before = asset.stamp
    new = samples.upload("new.png", samples.picture(90, 60))
    assert eva.post(f"{LIBRARY}file/rathaus/replace/", {"file": new}).status_code == 302
    asset.refresh_from_db()
    page = said(eva.get("/de/offices/babc/"))
    assert (asset.stamp in page, before in page) == (True, False)
    pk = asset.replaced.get().pk
    assert eva.post(f"{LIBRARY}file/rathaus/restore/{pk}/").status_code == 302
    assert Asset.objects.get().width == 1200


def test_a_bad_replacement_changes_nothing_and_says_why(eva, asset):
    bad = SimpleUploadedFile("bad.svg", DRAWING.format("<g onload='x'/>").encode())
    assert "onload" in said(eva.post(f"{LIBRARY}file/rathaus/replace/", {"file": bad}))
    assert Asset.objects.get().sha256 == asset.sha256


def test_what_is_used_is_not_deleted_and_the_page_says_where(eva, asset, cast):
    cast.office.image = asset
    cast.office.save()
    page = said(eva.post(f"{LIBRARY}file/rathaus/delete/"))
    assert '<a href="/de/offices/babc/">Büro für Anregungen</a>' in page
    cast.office.image = None
    cast.office.save()
    assert eva.post(f"{LIBRARY}file/rathaus/delete/").status_code == 302
    assert not Asset.objects.exists()


def test_several_are_changed_after_they_were_shown(eva, asset, cast):
    foreign = samples.make_asset("foreign.png", team=cast.other_office.team)
    sent = {"asset": [asset.pk, foreign.pk, "x"], "licence": "CC0-1.0"}
    page = said(eva.post("/en/desk/library/change/", sent))
    assert "This is written into 1 file" in page
    assert "CC0 1.0" in page
    assert Asset.objects.get(pk=asset.pk).licence == "CC-BY-4.0"
    assert eva.post(f"{LIBRARY}change/", sent | {"do": "apply"}).status_code == 302
    assert list(Asset.objects.order_by("slug").values_list("licence", flat=True)) == ["CC-BY-4.0", "CC0-1.0"]


def test_an_editor_changes_what_their_team_keeps_and_what_nobody_keeps(eva, asset, cast):
    nobodys = samples.make_asset("nobodys.png")
    foreign = samples.make_asset("foreign.png", team=cast.other_office.team)
    for user in (cast.eva, cast.bob, cast.leo, cast.ada):
        allowed = {one for one in (asset, nobodys, foreign) if user.has_perm("assets.change_asset", one)}
        assert allowed == set(assets_changeable_by(user))
    assert set(assets_changeable_by(cast.eva)) == {asset, nobodys}
    assert eva.get(f"{LIBRARY}file/foreign/").status_code == 403


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"rathaus", "halb", "alt", "endet"}),
        ("q=SCHNEE+ada", {"rathaus", "endet", "alt"}),
        ("kind=document", {"alt"}),
        ("state=incomplete", {"halb"}),
        ("state=ending", {"endet"}),
        ("state=untagged", {"alt"}),
        ("state=unused", {"halb", "alt", "endet"}),
        ("state=nonsense&kind=nonsense", {"rathaus", "halb", "alt", "endet"}),
    ],
)
def test_the_library_is_narrowed_down(eva, asset, cast, asked, found):
    samples.make_asset("halb.png", creator="", alt={})
    samples.make_asset("alt.pdf", samples.pdf(tagged=False))
    samples.make_asset("endet.png", licence_until=dt.date(2020, 1, 1))
    cast.office.image = asset
    cast.office.save()
    page = eva.get(f"{LIBRARY}?{asked}")
    assert {one.slug for one in page.context["slice"].rows} == found


def asked_for(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_library_and_credits_ask_as_often_for_three_as_for_one(eva, cast):
    asked = []
    for number, office in enumerate((cast.office, cast.other_office, cast.office)):
        office.image = samples.make_asset(f"{number}.png", samples.picture(30, 20, colour=(number, 9, 9)))
        office.save()
        asked.append((asked_for(eva, LIBRARY), asked_for(Client(), "/de/image-credits/")))
    assert asked[0] == asked[2]
    assert asked[0][1] <= 8


def test_the_desk_says_what_needs_an_editor(asset, cast):
    samples.make_asset("halb.png", creator="")
    Asset.objects.filter(pk=asset.pk).update(licence_until=dt.date(2020, 1, 1))
    assert [(task.title, task.due) for task in licences(cast.eva)] == [("Rathaus", dt.date(2020, 1, 1))]
    with override("en"):
        assert [task.why for task in facts(cast.eva)] == ["Nobody is named as its creator."]
    assert list(licences(cast.bob)) == []
