# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A city's folder: what is wrong is said with its place and nothing is written; what is right is written once."""

from collections import Counter

import pytest
import yaml
from django.apps import apps
from django.core.management import CommandError, call_command
from django.utils import translation

from friedensplatz.core.loading import Folder
from friedensplatz.directory.actions import change_part
from friedensplatz.directory.loading.checking import FEWEST_EXAMPLES, check_city
from friedensplatz.directory.loading.reading import read_city
from friedensplatz.directory.models import (
    Audience,
    City,
    Contact,
    Duty,
    HoursException,
    Link,
    Office,
    OfficeName,
    Organisation,
    Phrasing,
    Placement,
    Post,
    RouterModel,
    Source,
    Tenure,
)
from friedensplatz.directory.parts.content import fingerprint
from friedensplatz.directory.parts.registry import PARTS
from friedensplatz.search.models import SynonymGroup

EXAMPLES = [f"Beispiel Nummer {number}" for number in range(FEWEST_EXAMPLES)]
OFFICE = {
    "slug": "babc",
    "kind": "office",
    "parents": [{"office": "amt", "since": 2018, "source": "pages"}],
    "names": [{"name": "Altes Büro", "until": 2017}, {"name": {"de": "Neues Büro"}, "since": 2017, "source": "pages"}],
    "summary": "Wir hören zu.",
    "source": "pages",
    "topics": ["licht"],
    "audiences": ["alle"],
    "works_with": ["verein"],
    "contact": {
        "phone": "0231 000-1",
        "hours": ["mo 09:00-12:00"],
        "exceptions": [{"from": "2026-12-24", "until": "2026-12-31", "note": {"de": "Ferien"}}],
        "invented": ["phone"],
    },
    "posts": [
        {"title": "Leitung", "person": "Petra Platzhalter", "since": 2020},
        {"title": "Beauftragte", "until": 2017},
    ],
    "duties": [{"slug": "klage", "title": "Beschwerde", "districts": ["nord"], "topics": ["licht"]}],
}
FILES = {
    "city.yaml": {"name": "Musterstadt", "welcome": "Willkommen"},
    "sources.yaml": [{"slug": "pages", "title": "Seiten", "date": "2018-03"}],
    "topics.yaml": [{"slug": "licht", "name": "Licht"}],
    "audiences.yaml": [{"slug": "alle", "name": "Alle"}],
    "districts.yaml": {
        "districts": [{"slug": "nord", "number": 1, "name": "Nord"}],
        "focus_areas": [{"slug": "hafen", "name": "Hafen", "district": "nord", "since": 2008, "checked": False}],
    },
    "offices/amt.yaml": {"slug": "amt", "kind": "department", "names": [{"name": "Amt"}], "summary": "Oben"},
    "offices/babc.yaml": OFFICE,
    "organisations/clubs.yaml": [
        {
            "slug": "verein",
            "kind": "association",
            "name": "Verein",
            "relations": [{"to": "babc", "kind": "works_with", "source": "pages"}],
        }
    ],
    "outside.yaml": [
        {"slug": "aussen-polizei", "kind": "emergency", "name": "Polizei", "phone": 110, "summary": "Hilft."}
    ],
    "phrasings/klage.yaml": {"duty": "klage", "terms": {"de": ["Klage"]}, "phrasings": {"de": EXAMPLES}},
    "phrasings/aussen-polizei.yaml": {"duty": "aussen-polizei", "phrasings": {"de": ["Einbruch"]}},
    "phrasings/nowhere.yaml": {"duty": "nowhere", "nowhere": True, "phrasings": {"de": ["Hallo"]}},
    "logins.yaml": [{"email": "eva@example.org", "name": "Eva", "role": "editor", "office": "babc"}],
}


@pytest.fixture
def folder(tmp_path, settings):
    settings.DATA = tmp_path / "data"
    city = tmp_path / "city"
    for name, content in FILES.items():
        write(city, name, content)
    return city


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True), "utf-8")


def problems(folder):
    files = Folder(folder)
    return [str(problem) for problem in (*check_city(read_city(files)), *files.problems)]


def load(folder):
    call_command("demo", folder=folder, verbosity=0)


def rows():
    """How many rows of each of the directory's models there are."""
    return Counter(
        {model.__name__: model._default_manager.count() for model in apps.get_app_config("directory").get_models()}
    )


def test_folder_that_holds_is_without_problems(folder):
    assert problems(folder) == []


def test_load_writes_everything_a_folder_says(folder, db, capsys):
    load(folder)
    office = Office.objects.get(slug="babc")
    assert City.objects.get().name == {"de": "Musterstadt"}
    assert office.parent == Office.objects.get(slug="amt")
    assert [(name.name["de"], name.since, name.until) for name in office.names.all()] == [
        ("Altes Büro", "", "2017"),
        ("Neues Büro", "2017", ""),
    ]
    assert (Contact.objects.get().phone, Contact.objects.get().invented) == ("0231 000-1", ["phone"])
    assert HoursException.objects.get().note == {"de": "Ferien"}
    assert Tenure.objects.get().since == "2020"
    assert Post.objects.get(title={"de": "Beauftragte"}).until == "2017"
    assert Placement.objects.get().source == Source.objects.get()
    assert Duty.objects.get(slug="aussen-polizei").organisation == Organisation.objects.get(slug="aussen-polizei")
    assert Phrasing.objects.filter(duty__slug="klage", kind="example").count() == FEWEST_EXAMPLES
    assert Link.objects.count() == 2
    assert RouterModel.objects.count() == 1
    assert "eva@example.org" in capsys.readouterr().out


def test_load_twice_changes_nothing(folder, transactional_db, capsys):
    load(folder)
    before = rows()
    load(folder)
    assert rows() == before


def test_load_again_takes_over_what_a_file_says_now(folder, transactional_db, capsys):
    load(folder)
    write(folder, "offices/babc.yaml", OFFICE | {"names": [{"name": "Ganz neues Büro"}]})
    load(folder)
    assert Office.objects.get(slug="babc").name == {"de": "Ganz neues Büro"}
    assert OfficeName.objects.filter(office__slug="babc").count() == 1


def edit(slug, part, **fields):
    """What an editor writes into a part of an office."""
    office = Office.objects.get(slug=slug)
    content = PARTS[part].read(office)
    change_part(office, part, content | fields, seen=fingerprint(content), by=None)


def test_what_people_have_changed_since_stays_and_what_nobody_touched_follows_the_file(folder, db):
    load(folder)
    edit("babc", "contact", phone="0231 999")
    for name in ("amt", "babc"):
        write(folder, f"offices/{name}.yaml", FILES[f"offices/{name}.yaml"] | {"summary": "Neu aus der Datei"})
    load(folder)
    assert [office.summary["de"] for office in Office.objects.order_by("slug")] == [
        "Neu aus der Datei",
        "Wir hören zu.",
    ]
    assert Contact.objects.get().phone == "0231 999"
    call_command("demo", folder=folder, anew=True, verbosity=0)
    assert [office.summary["de"] for office in Office.objects.order_by("slug")] == ["Neu aus der Datei"] * 2
    assert Contact.objects.get().phone == "0231 000-1"


def test_what_people_have_deleted_or_made_is_left_alone(folder, db):
    write(folder, "words.yaml", {"synonyms": [{"language": "de", "words": ["Laterne", "Leuchte"]}]})
    load(folder)
    Organisation.objects.all().delete()
    SynonymGroup.objects.all().delete()
    Audience.objects.create(slug="eltern", name={"de": "Eltern"})
    write(folder, "audiences.yaml", [{"slug": "alle", "name": "Alle"}, {"slug": "eltern", "name": "Aus der Datei"}])
    load(folder)
    assert not Organisation.objects.exists()
    assert not SynonymGroup.objects.exists()
    assert Audience.objects.get(slug="eltern").name == {"de": "Eltern"}


BROKEN = {
    "no YAML": ("topics.yaml", "a: [b", "topics.yaml: not readable as YAML"),
    "unknown field": ("offices/babc.yaml", OFFICE | {"colour": "red"}, "offices/babc.yaml: colour: Extra inputs"),
    "no German name": (
        "offices/babc.yaml",
        OFFICE | {"names": [{"name": {"en": "Office"}}]},
        "offices/babc.yaml: names → 0 → name: Value error, the German text is missing",
    ),
    "hours the wrong way round": (
        "offices/babc.yaml",
        OFFICE | {"contact": {"hours": ["mo 12:00-09:00"]}},
        "offices/babc.yaml: contact → hours → 0: Value error, opening hours end after they start",
    ),
    "unknown parent": (
        "offices/babc.yaml",
        OFFICE | {"parents": [{"office": "nobody"}]},
        "offices/babc.yaml: parents: unknown office: nobody",
    ),
    "unknown source": (
        "offices/babc.yaml",
        OFFICE | {"source": "rumour"},
        "offices/babc.yaml: source: unknown source: rumour",
    ),
    "unknown partner": (
        "offices/babc.yaml",
        OFFICE | {"works_with": ["x"]},
        "offices/babc.yaml: works_with: unknown thing: x",
    ),
    "double slug": ("offices/copy.yaml", OFFICE | {"duties": []}, "babc: office or organisation defined 2 times"),
    "words of no duty": (
        "phrasings/lost.yaml",
        {"duty": "lost", "phrasings": {"de": ["x"]}},
        "phrasings/lost.yaml: duty: unknown duty: lost",
    ),
    "too few examples": (
        "phrasings/klage.yaml",
        {"duty": "klage", "phrasings": {"de": EXAMPLES[1:]}},
        "phrasings/klage.yaml: phrasings: fewer than 25 examples",
    ),
}


@pytest.mark.parametrize(("name", "content", "reason"), BROKEN.values(), ids=BROKEN)
@translation.override("en")
def test_folder_with_a_mistake_is_refused_with_file_and_place_and_nothing_is_written(
    folder, db, capsys, name, content, reason
):
    write(folder, name, content)
    assert any(problem.startswith(reason) for problem in problems(folder))
    before = rows()
    with pytest.raises(CommandError, match="nothing was written"):
        load(folder)
    assert rows() == before
    assert reason in capsys.readouterr().err


def test_every_problem_is_reported_at_once(folder):
    write(folder, "offices/babc.yaml", OFFICE | {"topics": ["a", "b"], "audiences": ["c"]})
    assert problems(folder) == [
        "offices/babc.yaml: topics: unknown topic: a",
        "offices/babc.yaml: topics: unknown topic: b",
        "offices/babc.yaml: audiences: unknown audience: c",
    ]


def test_check_writes_nothing(folder, db, capsys):
    before = rows()
    call_command("demo", folder=folder, check=True)
    assert rows() == before
    assert capsys.readouterr().out == "No problems found.\n"


def test_folder_that_is_not_there_is_said_to_be_missing(tmp_path, db):
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("demo", folder=tmp_path / "nowhere")
