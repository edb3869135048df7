# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happens to the library by itself."""

import datetime as dt
import os
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from friedensplatz.activity.queries import activities_of
from friedensplatz.assets.actions import change_facts, replace_file
from friedensplatz.assets.jobs import prepare_pictures, remove_unnamed_files, warn_of_ending_licences
from friedensplatz.assets.models import Asset
from friedensplatz.assets.preparing import prepare
from friedensplatz.assets.tests import samples
from friedensplatz.notices.models import Mail

NOW = timezone.now()


def ends_in(asset, days):
    until = timezone.localdate(NOW) + dt.timedelta(days=days)
    change_facts(asset, {"licence_until": until}, seen=asset.version, by=None)


def test_drawing_goes_on_with_the_next_turn_when_its_time_is_over(cast, monkeypatch):
    for number in range(6):
        samples.make_asset(f"{number}.png", samples.picture(30, 20, colour=(number, 0, 0)))
    monkeypatch.setattr("friedensplatz.assets.jobs.SECONDS_AT_ONCE", 0)
    assert prepare_pictures(NOW) == 1
    monkeypatch.setattr("friedensplatz.assets.jobs.SECONDS_AT_ONCE", 600)
    assert prepare_pictures(NOW) == 5
    assert prepare_pictures(NOW) == 0
    assert set(Asset.objects.values_list("state", flat=True)) == {"ready"}


def test_a_picture_that_changed_while_it_was_drawn_is_drawn_again(asset):
    replace_file(asset, "new.png", samples.upload("new.png", samples.picture(60, 40)), by=None)
    stale = Asset.objects.get(pk=asset.pk)
    stale.file = asset.replaced.get().file
    assert prepare(stale) is False
    asset.refresh_from_db()
    assert (asset.state, asset.renditions) == ("waiting", {"full": {"jpg": [[60, 40]]}})


def test_a_picture_is_given_up_after_three_tries(asset):
    Asset.objects.update(tries=3)
    prepare_pictures(NOW)
    asset.refresh_from_db()
    assert asset.state == "failed"


def test_a_picture_whose_file_is_gone_is_given_up(asset):
    default_storage.delete(asset.file)
    prepare_pictures(NOW)
    asset.refresh_from_db()
    assert asset.state == "failed"


@pytest.mark.parametrize(
    ("days", "warned"), [(31, []), (30, [30]), (8, [30]), (7, [7]), (0, [7]), (-1, [0]), (-100, [0])]
)
def test_the_owner_is_warned_once_at_each_step(asset, days, warned):
    ends_in(asset, days)
    for _ in range(2):
        warn_of_ending_licences(NOW)
    told = [one.details["days"] for one in activities_of(asset).filter(verb__startswith="licence_")]
    assert told == warned


def test_warnings_begin_anew_when_the_licence_is_prolonged(asset):
    ends_in(asset, -1)
    assert (warn_of_ending_licences(NOW), warn_of_ending_licences(NOW)) == (1, 0)
    ends_in(asset, 5)
    assert warn_of_ending_licences(NOW) == 1


@pytest.mark.parametrize(("days", "subject"), [(5, "ends soon"), (-1, "is shown no more")])
def test_editors_of_the_team_get_a_mail(asset, cast, days, subject, django_capture_on_commit_callbacks):
    cast.eva.language = "en"
    cast.eva.save()
    ends_in(asset, days)
    with django_capture_on_commit_callbacks(execute=True):
        warn_of_ending_licences(NOW)
    mail = Mail.objects.get()
    assert (mail.to, subject in mail.subject) == ("eva@city.example", True)
    assert "Rathaus" in mail.body
    assert "/en/desk/library/file/rathaus/" in mail.body


def test_administrators_are_told_of_what_nobody_keeps(cast, django_capture_on_commit_callbacks):
    ends_in(samples.make_asset(), 5)
    with django_capture_on_commit_callbacks(execute=True):
        warn_of_ending_licences(NOW)
    assert Mail.objects.get().to == "ada@city.example"


def test_files_no_row_names_are_removed_after_a_day(asset, settings):
    prepare_pictures(NOW)
    asset.refresh_from_db()
    replace_file(asset, "new.png", samples.upload("new.png", samples.picture(60, 40)), by=None)
    kept = {asset.file, asset.replaced.get().file}
    assert remove_unnamed_files(NOW) == 0
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        os.utime(path, (0, 0))
    assert remove_unnamed_files(NOW) == 22
    left = {
        str(path.relative_to(settings.MEDIA_ROOT)) for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()
    }
    assert left == kept | {f"{Path(asset.file).parent}/full-60.jpg"}
