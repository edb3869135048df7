# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures and files of a city's folder."""

import pytest

from friedensplatz.assets.loading import library
from friedensplatz.assets.models import Asset
from friedensplatz.assets.tests import samples
from friedensplatz.core.loading import Folder

LIST = """
- slug: rathaus
  file: {file}
  title: {{de: Rathaus}}
  alt: {{de: Das Rathaus im Schnee.}}
  creator: {creator}
  licence: {licence}
  source: photo.example
  focal: [0.25, 0.75]
"""


@pytest.fixture
def folder(tmp_path):
    """Writes a folder with one picture in its list, and reads it."""
    beside = tmp_path / "city" / "assets"
    beside.mkdir(parents=True)

    def read(text="", *, file="rathaus.png", data=None, creator="Ada", licence="CC0-1.0"):
        (beside / "rathaus.png").write_bytes(data or samples.picture(60, 40))
        (beside / "assets.yaml").write_text(LIST.format(file=file, creator=creator, licence=licence) + text)
        found = Folder(beside.parent)
        return found, library(found)

    return read


def test_a_folder_is_loaded_and_loaded_again_without_a_trace(folder, db):
    for _ in range(2):
        found, write = folder()
        assert (found.problems, write(lambda step: None)) == ([], {"assets": 1})
    asset = Asset.objects.get()
    assert (asset.slug, asset.creator, asset.focal_x, asset.focal_y) == ("rathaus", "Ada", 0.25, 0.75)
    assert (asset.version, asset.replaced.count()) == (1, 0)


def test_another_file_and_other_facts_take_the_place_of_the_old_ones(folder, db):
    folder()[1](lambda step: None)
    folder(data=samples.picture(90, 60), creator="Bo")[1](lambda step: None)
    asset = Asset.objects.get()
    assert (asset.width, asset.creator, asset.replaced.count()) == (90, "Bo", 1)


@pytest.mark.parametrize(
    ("how", "problem"),
    [
        ({"file": "gone.png"}, "assets/assets.yaml: rathaus: no file gone.png beside the list"),
        (
            {"file": "../assets/../../etc.png"},
            "assets/assets.yaml: rathaus: no file ../assets/../../etc.png beside the list",
        ),
        ({"data": samples.pdf()}, "assets/assets.yaml: rathaus: rathaus.png is not taken: mismatch"),
        (
            {"text": LIST.format(file="rathaus.png", creator="Bo", licence="EUPL-1.2")},
            "assets/assets.yaml: rathaus: asset defined 2 times",
        ),
    ],
)
def test_a_problem_names_file_place_and_reason(folder, db, how, problem):
    assert [str(one) for one in folder(**how)[0].problems] == [problem]


def test_a_licence_nobody_knows_is_a_problem(folder, db):
    assert folder(licence="WTFPL")[0].problems[0].place == "0 → licence"


def test_bytes_the_library_has_under_another_name_are_a_problem(folder, db):
    samples.make_asset("other.png", samples.picture(60, 40))
    problems = folder()[0].problems
    assert [one.reason for one in problems] == ["the library has rathaus.png already as other"]
