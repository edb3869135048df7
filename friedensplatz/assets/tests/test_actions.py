# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking in, describing, replacing and deleting."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils.translation import override

from friedensplatz.activity.queries import activities_of
from friedensplatz.assets.actions import (
    AlreadyThere,
    ChangedMeanwhile,
    InUse,
    add_asset,
    bring_back,
    change_facts,
    change_many,
    delete_asset,
    replace_file,
)
from friedensplatz.assets.models import Asset
from friedensplatz.assets.preparing import prepare_next
from friedensplatz.assets.queries import missing_facts
from friedensplatz.assets.tests import samples
from friedensplatz.core.uploads.refused import Reason, Refused


def files_of(settings):
    return sorted(path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


def test_a_picture_can_be_shown_at_once_and_waits_for_its_sizes(asset, settings):
    assert (asset.slug, asset.kind, asset.width, asset.height) == ("rathaus", "image", 1200, 600)
    assert (asset.state, asset.renditions) == ("waiting", {"full": {"jpg": [[960, 480]]}})
    assert files_of(settings) == ["full-960.jpg", "original.png"]
    assert [activity.verb for activity in activities_of(asset)] == ["added"]


def test_what_is_not_said_of_a_file_is_missing(cast):
    asset = add_asset("schoenes_bild.png", samples.upload(), by=cast.eva)
    assert asset.title == {"de": "schoenes bild"}
    with override("en"):
        missing = [str(sentence) for sentence in missing_facts(asset)]
    assert missing == [
        "Nobody is named as its creator.",
        "No licence is chosen.",
        "It is not said where it comes from.",
        "What is to be seen or heard is not told in words.",
    ]


def test_the_same_bytes_lead_to_the_asset_that_is_there(asset, settings):
    before = files_of(settings)
    with default_storage.open(asset.file) as same, pytest.raises(AlreadyThere) as there:
        add_asset("other.png", same, by=None)
    assert (there.value.asset, Asset.objects.count(), files_of(settings)) == (asset, 1, before)


def test_two_files_of_one_name_get_two_slugs(asset):
    other = add_asset("rathaus.png", samples.upload(data=samples.picture(colour=(1, 2, 3))), by=None)
    assert other.slug.startswith("rathaus-")


class Overtaken(SimpleUploadedFile):
    """A file that somebody else has sent while this one was being looked into."""

    def open(self, mode=None):
        if not Asset.objects.exists():
            add_asset("faster.png", samples.upload("faster.png", samples.picture()), by=None)
        return super().open(mode)


def test_of_two_who_send_the_same_file_at_once_the_second_is_led_to_the_first(cast):
    with pytest.raises(AlreadyThere) as there:
        add_asset("slower.png", Overtaken("slower.png", samples.picture()), by=cast.eva)
    assert there.value.asset.slug == "faster"


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
@pytest.mark.django_db(transaction=True)
def test_the_same_file_sent_twice_at_once_is_there_once():
    data = samples.picture()

    def send(_):
        try:
            return add_asset("twice.png", samples.upload("twice.png", data), by=None).slug
        except AlreadyThere as there:
            return there.asset.slug
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(send, range(2))) == {"twice"}
    assert default_storage.exists(Asset.objects.get().file)


def test_sixty_megabytes_are_refused(cast, settings):
    large = samples.upload("large.png", samples.picture() + bytes(60 * 1024 * 1024))
    with pytest.raises(Refused) as refused:
        add_asset("large.png", large, by=cast.eva)
    assert (refused.value.reason, files_of(settings)) == (Reason.TOO_LARGE, [])


def test_a_truncated_picture_leaves_neither_row_nor_file(cast, settings):
    data = samples.picture(kind="JPEG")
    with pytest.raises(Refused) as refused:
        add_asset("cut.jpg", samples.upload("cut.jpg", data[:2000]), by=cast.eva)
    assert (refused.value.reason, files_of(settings), Asset.objects.count()) == (Reason.BROKEN, [], 0)


def test_facts_are_written_once_by_whoever_is_faster(asset, cast):
    change_facts(asset, {"creator": "Zoe Zuerst"}, seen=1, by=cast.eva)
    with pytest.raises(ChangedMeanwhile):
        change_facts(asset, {"creator": "Paul Zuletzt"}, seen=1, by=cast.ada)
    asset.refresh_from_db()
    assert (asset.creator, asset.version) == ("Zoe Zuerst", 2)
    assert "zoe zuerst" in asset.words


def test_another_focal_point_has_the_picture_drawn_anew_under_another_address(asset):
    while prepare_next():
        pass
    asset.refresh_from_db()
    before = asset.stamp
    change_facts(asset, {"focal_x": 0.1}, seen=asset.version, by=None)
    assert (asset.state, asset.stamp) == ("waiting", before)
    prepare_next()
    asset.refresh_from_db()
    assert (asset.state, asset.stamp != before, "teaser" in asset.renditions) == ("ready", True, True)


def test_a_replaced_picture_keeps_its_slug_and_facts_and_can_be_brought_back(asset, cast):
    first = asset.sha256
    replace_file(asset, "new.jpg", samples.upload("new.jpg", samples.picture(90, 60, kind="JPEG")), by=cast.eva)
    assert (asset.slug, asset.creator, asset.width, asset.ending) == ("rathaus", "Ada Beispiel", 90, "jpg")
    bring_back(asset.replaced.get(), by=cast.eva)
    asset.refresh_from_db()
    assert (asset.sha256, asset.width, asset.replaced.get().ending) == (first, 1200, "jpg")


def test_a_picture_is_not_replaced_by_a_document_or_by_another_asset(asset, cast):
    other = samples.make_asset("other.png")
    with pytest.raises(Refused):
        replace_file(asset, "a.pdf", samples.upload("a.pdf", samples.pdf()), by=cast.eva)
    with default_storage.open(other.file) as file, pytest.raises(AlreadyThere):
        replace_file(asset, "other.png", file, by=cast.eva)
    assert Asset.objects.get(pk=asset.pk).sha256 == asset.sha256


def test_what_is_used_is_not_deleted(asset, cast):
    cast.office.image = asset
    cast.office.save()
    with pytest.raises(InUse) as used:
        delete_asset(asset, by=cast.eva)
    assert [(use.label, use.url) for use in used.value.uses] == [("Büro für Anregungen", "/de/offices/babc/")]
    cast.office.image = None
    cast.office.save()
    delete_asset(asset, by=cast.eva)
    assert not Asset.objects.exists()


def test_several_assets_get_the_same_licence(asset, cast):
    other = samples.make_asset("other.png")
    assert change_many([asset, other], {"licence": "CC0-1.0"}, by=cast.ada) == 2
    assert set(Asset.objects.values_list("licence", flat=True)) == {"CC0-1.0"}
