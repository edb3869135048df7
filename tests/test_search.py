# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.contrib.contenttypes.models import ContentType

from friedensplatz.activity.actions import record
from friedensplatz.directory.models import District, Office, Organisation, Topic
from friedensplatz.search.actions import load_words, rebuild_index
from friedensplatz.search.models import Entry, IndexState, SearchDoc, Term
from friedensplatz.search.queries import Findings, find

pytestmark = pytest.mark.django_db


def make_organisation(slug, name, summary="", **fields):
    return Organisation.objects.create(
        slug=slug,
        kind="association",
        name=name if isinstance(name, dict) else {"de": name},
        summary={"de": summary},
        **fields,
    )


@pytest.fixture
def city():
    load_words(
        ["beschwerde", "stelle", "frauen", "haus", "fahrrad", "werkstatt"],
        ["s", "n"],
        [
            {"language": "de", "words": ["Rolli", "Rollstuhl"]},
            {"language": "de", "words": ["Grad der Behinderung", "Ausweis"]},
        ],
    )
    make_organisation(
        "beschwerde", {"de": "Beschwerdestelle", "en": "Complaints desk"}, "Wir hören uns jede Beschwerde an."
    )
    make_organisation("frauenhaus", "Frauenhaus", "Schutz für Frauen in Not.")
    make_organisation("raeder", "Fahrradwerkstatt Hörde", "Hier flicken wir Schläuche mit Ihnen.")
    make_organisation("rollstuhl", "Verleih", "Ein Rollstuhl für einen Tag. Auch für den Ausweis.")
    rebuild_index()


def titles(text, language="de", **narrowed):
    return [hit.title for hit in find(text, language, **narrowed).hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Beschwerde", "Beschwerdestelle"),
        ("beschwerden", "Beschwerdestelle"),
        ("Beshcwerde", "Beschwerdestelle"),
        ("Stelle für Beschwerden", "Beschwerdestelle"),
        ("complaint", "Beschwerdestelle"),
        ("Werkstatt Hoerde", "Fahrradwerkstatt Hörde"),
        ("Schlauch flicken", "Fahrradwerkstatt Hörde"),
        ("Fahrradladen", "Fahrradwerkstatt Hörde"),
        ("Rolli", "Verleih"),
        ("Grad der Behinderung", "Verleih"),
        ("Frau", "Frauenhaus"),
        ("Fahrardwerkstat", "Fahrradwerkstatt Hörde"),
    ],
)
def test_find_when_written_as_people_do(city, text, first):
    assert titles(text)[:1] == [first]


def test_find_when_misspelt_suggests(city):
    assert find("Frauenhuas", "de").suggestion == "Frauenhaus"
    assert find("Frauenhaus", "de").suggestion == ""


@pytest.mark.parametrize("nonsense", ["Quorgelhutz", "xqzwv", "Blaumelhaus", "Wo kann ich Quorgelhutz xqzwven?"])
def test_find_when_no_word_is_known_or_near_finds_nothing(city, nonsense):
    assert find(nonsense, "de").total == 0


def test_find_when_a_word_stands_only_inside_a_compound(city):
    make_organisation("standesamt", "Standesamt", "Trauzeugen müssen ihren Ausweis zeigen.")
    rebuild_index()
    assert titles("Zeugen")[:1] == ["Standesamt"]


def test_find_when_a_sentence_has_capitals_follows_its_nouns(city):
    make_organisation("verein", "Verein", "Wir singen.")
    make_organisation("chor", "Chor", "Wir proben.")
    rebuild_index()
    assert titles("Wo singen Chor")[:2] == ["Chor", "Verein"]


@pytest.mark.parametrize(
    ("text", "answered", "found_little"),
    [
        ("Beschwerde", 1.0, False),
        ("Beschwerde Quorgelhutz", 0.5, False),
        ("Schläuche Quorgelhutz Brampfen", 0.333, True),
        ("Quorgelhutz", 0.0, False),
    ],
)
def test_find_says_how_much_of_the_question_the_first_has(city, text, answered, found_little):
    found = find(text, "de")
    assert (round(found.answered, 3), found.found_little) == (answered, found_little)


def test_find_when_two_languages_exist_shows_the_asked_one_once(city):
    assert [(hit.title, hit.language, hit.url) for hit in find("Beschwerdestelle", "en").hits] == [
        ("Complaints desk", "en", "/en/organisations/beschwerde/")
    ]


def test_find_when_hit_says_what_and_why(city):
    hit = find("Beschwerden", "de").hits[0]
    thing = Organisation.objects.get(slug="beschwerde")
    assert (hit.kind, hit.thing_key) == ("organisation", f"directory.organisation:{thing.pk}")
    assert hit.snippet == "Wir hören uns jede <mark>Beschwerde</mark> an."


def test_find_when_text_holds_markup_escapes_it(city):
    make_organisation("boese", "Böse", "<script>alert('Zebra')</script>")
    rebuild_index()
    assert find("Zebra", "de").hits[0].snippet == "&lt;script&gt;alert(&#x27;<mark>Zebra</mark>&#x27;)&lt;/script&gt;"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a",
        "\x00",
        '"',
        "' OR 1=1 --",
        "NEAR(a b)",
        "title_terms:x",
        "*",
        "🦄",
        "a AND NOT b",
        "\u202eabc",
        "<b>",
        "-" * 99,
    ],
)
def test_find_when_input_is_odd_answers(city, text):
    assert isinstance(find(text, "de"), Findings)


def test_find_when_text_is_very_long_uses_its_rare_words(city):
    assert titles("und die Beschwerde " * 6_000)[:1] == ["Beschwerdestelle"]


def test_find_when_nothing_was_indexed():
    assert find("Beschwerde", "de") == Findings()


def test_find_when_narrowed(city):
    topic = Topic.objects.create(slug="rad", name={"de": "Radverkehr"})
    Organisation.objects.get(slug="raeder").topics.add(topic)
    District.objects.create(slug="hoerde", number=8, name={"de": "Hörde"})
    rebuild_index()
    assert find("Hörde", "de", with_choices=True).choices == {
        "kind": {"district": 1, "organisation": 1},
        "language": {"de": 2},
        "topic": {"rad": 1},
        "district": {"hoerde": 1},
    }
    assert find("Hörde", "de", topic="rad", with_choices=True).choices == {
        "kind": {"organisation": 1},
        "language": {"de": 1},
        "topic": {"rad": 1},
    }
    assert titles("Hörde", written_in="de") == ["Hörde", "Fahrradwerkstatt Hörde"]
    assert titles("Hörde", written_in="en") == []
    assert titles("Hörde", kinds=["organisation"]) == ["Fahrradwerkstatt Hörde"]
    assert titles("Hörde", topic="rad") == ["Fahrradwerkstatt Hörde"]
    assert titles("Hörde", district="hoerde") == ["Hörde"]
    assert titles("Hörde", kinds=[]) == []


def test_find_when_paged(city):
    found = find("Frauen Beschwerde Fahrrad", "de", limit=1, offset=1)
    assert (len(found.hits), found.total) == (1, 4)


@pytest.mark.parametrize("count", [1, 3])
def test_find_costs_the_same_for_few_and_many(count, django_assert_max_num_queries):
    for number in range(count):
        make_organisation(f"laterne-{number}", f"Laterne {number}", "Licht")
    rebuild_index()
    ContentType.objects.get_for_model(Organisation)
    find("Laterne", "de")
    with django_assert_max_num_queries(6):
        assert len(find("Laterne", "de").hits) == count


def test_recorded_deed_when_thing_changes_changes_the_index(city, django_capture_on_commit_callbacks):
    thing = Organisation.objects.get(slug="frauenhaus")
    with django_capture_on_commit_callbacks(execute=True):
        thing.name = {"de": "Mädchenhaus"}
        thing.save()
        record(thing, "changed")
    assert titles("Maedchenhaus") == ["Mädchenhaus"]


def test_recorded_deed_when_thing_is_gone_forgets_it(city, django_capture_on_commit_callbacks):
    thing = Organisation.objects.get(slug="frauenhaus")
    with django_capture_on_commit_callbacks(execute=True):
        record(thing, "deleted")
        thing.delete()
    assert "Frauenhaus" not in titles("Frauenhaus")


def numbers_of_the_index():
    state = IndexState.objects.values("things", "title_terms", "keyword_terms", "body_terms").get()
    terms = dict(Term.objects.filter(things__gt=0).values_list("text", "things"))
    return {name: round(value, 6) for name, value in state.items()}, terms


def test_numbers_of_the_index_when_things_come_and_go_stay_true(city, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        record(make_organisation("neu", "Beschwerdehaus", "Neu am Platz"), "added")
        thing = Organisation.objects.get(slug="raeder")
        record(thing, "deleted")
        thing.delete()
    kept = numbers_of_the_index()
    rebuild_index()
    assert kept == numbers_of_the_index()


def test_rebuild_when_repeated_leaves_one_entry_each(city):
    before = (Entry.objects.count(), SearchDoc.objects.count(), titles("Beschwerde Frauen Fahrrad Rollstuhl"))
    rebuild_index()
    assert before == (Entry.objects.count(), SearchDoc.objects.count(), titles("Beschwerde Frauen Fahrrad Rollstuhl"))


def test_office_when_it_had_another_name_is_found_by_it():
    office = Office.objects.create(slug="gsb", kind="office", name={"de": "Gleichstellungsbüro"})
    office.names.create(name={"de": "Frauenbüro"}, until="2017")
    rebuild_index()
    assert titles("Frauenbuero") == ["Gleichstellungsbüro"]
