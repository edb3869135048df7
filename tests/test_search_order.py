# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The order of what is found is the same on every database: written down once, held on each the suite runs on."""

import pytest
import yaml

from friedensplatz.activity.actions import record
from friedensplatz.directory.models import Organisation
from friedensplatz.search.actions import load_words, rebuild_index
from friedensplatz.search.queries import find
from tests.machine import ROOT

WRITTEN = yaml.load((ROOT / "tests" / "search_order.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
SHOWN = 8

pytestmark = pytest.mark.django_db


def things():
    for document in WRITTEN["documents"]:
        slugs = [
            document["slug"],
            *(f"{document['slug']}-{number}" for number in range(1, document.get("twins", 0) + 1)),
        ]
        name, summary = {"de": document["name"]}, {"de": document["summary"]}
        yield from (Organisation(slug=slug, kind="association", name=name, summary=summary) for slug in slugs)


def orders():
    """What is found for each question, written as in the file."""
    slugs = {f"directory.organisation:{pk}": slug for pk, slug in Organisation.objects.values_list("pk", "slug")}
    found = {question: find(question, "de", kinds=["organisation"], limit=SHOWN) for question in WRITTEN["orders"]}
    return {question: " ".join(slugs[hit.thing_key] for hit in one.hits) for question, one in found.items()}


@pytest.fixture
def words():
    load_words(WRITTEN["parts"], [], WRITTEN["synonyms"])


def test_order_when_index_was_made_at_once(words):
    Organisation.objects.bulk_create(list(things()))
    rebuild_index()
    assert orders() == WRITTEN["orders"]


def test_order_when_things_came_one_by_one(words, django_capture_on_commit_callbacks):
    """Backwards, so that equal things are older in the index the later they come in order."""
    rebuild_index()
    made = Organisation.objects.bulk_create(list(things()))
    with django_capture_on_commit_callbacks(execute=True):
        for thing in reversed(made):
            record(thing, "added")
    assert orders() == WRITTEN["orders"]


def test_order_on_later_pages_when_more_are_equal_than_are_weighed(words):
    equal = [
        Organisation(slug=f"ruderclub-{number}", kind="association", name={"de": "Ruderclub"}) for number in range(250)
    ]
    made = Organisation.objects.bulk_create(equal)
    rebuild_index()
    pages = [find("Ruderclub", "de", limit=50, offset=start).hits for start in range(0, 250, 50)]
    assert [hit.thing_key for page in pages for hit in page] == [f"directory.organisation:{one.pk}" for one in made]
