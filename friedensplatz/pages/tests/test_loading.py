# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages from files: what is wrong is said with its place; what is right is written once and published."""

import copy

import pytest
import yaml
from django.utils import timezone

from friedensplatz.core.loading import Folder
from friedensplatz.directory.models import Source, Topic
from friedensplatz.pages.actions import move_page, save_draft
from friedensplatz.pages.archiving import archive
from friedensplatz.pages.content import fingerprint
from friedensplatz.pages.loading import pages as load_pages
from friedensplatz.pages.models import Page

KNOWN = {"office": {"babc"}, "topic": {"welt"}, "source": {"leaflet"}}
KUMASI = {
    "slug": "kumasi",
    "office": "babc",
    "parent": "world",
    "topics": ["welt"],
    "goals": [17],
    "source": "leaflet",
    "as_of": 2024,
    "review_by": "2099-03-01",
    "title": {"de": "Kumasi", "en": "Kumasi"},
    "summary": {"de": "Eine Partnerschaft.", "en": "A partnership."},
    "sections": [
        {"kind": "text", "text": {"de": '<p>Das <a href="fp:office/babc">Büro</a>.</p>', "en": "<p>It.</p>"}},
        {"kind": "facts", "heading": {"de": "Zahlen"}, "facts": [{"value": {"de": "2"}, "source": "leaflet"}]},
        {"kind": "cards", "things": ["page/world", "goal/17"]},
    ],
    "related": ["page/world"],
}
WORLD = {"slug": "world", "office": "babc", "review_by": "2099-03-01", "title": "Welt", "summary": "Alles."}


@pytest.fixture
def load(tmp_path, db):
    """Pages as files; what is wrong with them, or the function that writes them."""

    def read(*pages):
        for old in tmp_path.glob("pages/*"):
            old.unlink()
        (tmp_path / "pages").mkdir(exist_ok=True)
        for page in pages:
            (tmp_path / "pages" / f"{page['slug']}.yaml").write_text(yaml.safe_dump(page), encoding="utf-8")
        folder = Folder(tmp_path, known=KNOWN)
        write = load_pages(folder)

        def written(*, anew=False):
            folder.anew = anew
            return write(lambda step: None)

        return [str(problem) for problem in folder.problems], written

    return read


@pytest.fixture
def rows(cast):
    Source.objects.create(slug="leaflet", title="Faltblatt", date="2018")
    Topic.objects.create(slug="welt", name={"de": "Welt"})
    return cast


def changed(page, **fields):
    return copy.deepcopy(page) | fields


def test_files_become_live_pages(load, rows):
    problems, write = load(KUMASI, WORLD)
    assert problems == []
    assert write() == {"pages": 2}
    page = Page.objects.get(slug="kumasi")
    world = Page.objects.get(slug="world")
    assert (page.state, page.parent, page.as_of, page.office) == ("live", world, "2024", rows.office)
    assert (page.review_by.isoformat(), page.confirmed_on) == ("2099-03-01", timezone.localdate())
    assert [goal.number for goal in page.goals.all()] == [17]
    assert page.pins == [f"page/{world.pk}"]
    text, facts, cards = page.live.content["sections"]
    assert text["text"]["de"] == f'<p>Das <a href="fp:office/{rows.office.pk}">Büro</a>.</p>'
    assert facts["facts"][0]["source"] == f"source/{Source.objects.get().pk}"
    assert cards["things"] == [f"page/{world.pk}", f"goal/{page.goals.get().pk}"]


def test_translations_are_stamped_with_what_they_were_made_from(load, rows):
    load(KUMASI, WORLD)[1]()
    content = Page.objects.get(slug="kumasi").live.content
    assert content["translations"] == {
        "en": {
            "origin": "human",
            "of": {
                "title": fingerprint("Kumasi"),
                "summary": fingerprint("Eine Partnerschaft."),
                "s1.text": fingerprint(content["sections"][0]["text"]["de"]),
            },
        }
    }


def test_loading_again_changes_nothing_and_a_changed_file_is_the_next_revision(load, rows):
    load(KUMASI, WORLD)[1]()
    load(KUMASI, WORLD)[1]()
    page = Page.objects.get(slug="kumasi")
    assert page.live.number == 1
    load(changed(KUMASI, summary="Neu."), WORLD)[1]()
    page.refresh_from_db()
    assert (page.live.number, page.summary) == (2, {"de": "Neu."})


def test_what_people_have_changed_since_stays_and_what_nobody_touched_follows_the_file(load, rows):
    load(KUMASI, WORLD)[1]()
    page, world = (Page.objects.get(slug=slug) for slug in ("kumasi", "world"))
    save_draft(page, page.live.content | {"summary": {"de": "Von Eva."}}, based_on=1, by=rows.eva)
    assert load(changed(KUMASI, summary="Neu."), changed(WORLD, summary="Neu."))[1]() == {"pages": 1}
    world.refresh_from_db()
    assert page.revisions.first().content["summary"] == {"de": "Von Eva."}
    assert world.summary == {"de": "Neu."}
    load(changed(KUMASI, summary="Neu."), WORLD)[1](anew=True)
    assert page.revisions.first().content["summary"] == {"de": "Neu."}


def test_a_page_moved_or_put_away_does_not_come_back_by_itself(load, rows):
    load(KUMASI, WORLD)[1]()
    page, world = (Page.objects.get(slug=slug) for slug in ("kumasi", "world"))
    move_page(world, slug="welt", parent=None, by=rows.eva)
    archive(page, by=rows.eva)
    load(KUMASI, changed(WORLD, summary="Neu."))[1]()
    assert sorted(Page.objects.values_list("slug", "summary__de")) == [
        ("kumasi", "Eine Partnerschaft."),
        ("welt", "Alles."),
    ]


def test_a_page_that_names_what_was_deleted_stays_as_it_is(load, rows):
    page = changed(WORLD, related=["topic/welt"])
    load(page)[1]()
    Topic.objects.all().delete()
    assert load(changed(page, summary="Neu."))[1]() == {"pages": 0}
    assert Page.objects.get().summary == {"de": "Alles."}


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (changed(KUMASI, office="nobody"), "pages/kumasi.yaml: unknown: office/nobody"),
        (changed(KUMASI, related=["organisation/none"]), "pages/kumasi.yaml: unknown: organisation/none"),
        (changed(KUMASI, image="none"), "pages/kumasi.yaml: unknown: asset/none"),
        (changed(KUMASI, title={"en": "Kumasi"}), "pages/kumasi.yaml: title: Value error"),
        (changed(KUMASI, colour="red"), "pages/kumasi.yaml: colour: Extra inputs are not permitted"),
        (changed(KUMASI, title={"de": "A", "xx": "B"}), "pages/kumasi.yaml: unknown language: xx"),
        (
            changed(KUMASI, sections=[{"kind": "text", "text": {"de": '<p><a href="https://a.example">A</a></p>'}}]),
            "pages/kumasi.yaml: section 1: not a reference: https://a.example",
        ),
        (
            changed(KUMASI, sections=[{"kind": "text", "text": {"de": "<div>A</div>"}}]),
            "pages/kumasi.yaml: section 1: <div> is not shown",
        ),
        (
            changed(KUMASI, sections=[{"kind": "text", "text": {"de": "<h4>A</h4>"}}]),
            "pages/kumasi.yaml: s1.text: ",
        ),
        (changed(KUMASI, parent="kumasi"), "pages/kumasi.yaml: parent: stands below itself"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(load, page, problem):
    (said,) = load(page, WORLD)[0]
    assert said.startswith(problem)


def test_a_section_of_no_known_kind_is_said(load):
    problems, _ = load(changed(KUMASI, sections=[{"kind": "song"}]), WORLD)
    assert len(problems) == 1
    assert problems[0].startswith("pages/kumasi.yaml: sections → 0: ")
