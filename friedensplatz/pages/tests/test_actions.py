# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.activity.queries import activities_of
from friedensplatz.directory.models import Goal, Office, Topic
from friedensplatz.pages.actions import (
    AddressTaken,
    FactsChanged,
    NeedsSecondPerson,
    NotPossible,
    RingOfPages,
    Stale,
    approve,
    change_facts,
    create_page,
    move_page,
    reject,
    restore_revision,
    save_draft,
    submit_for_review,
)
from friedensplatz.pages.facts import facts_of, fingerprint_of
from friedensplatz.pages.models import Page, Reference
from friedensplatz.pages.queries import newest_revision, page_formerly_at, pages_naming
from friedensplatz.pages.tests.conftest import section, written


def verbs(thing):
    return [activity.verb for activity in activities_of(thing)]


def test_a_new_page_is_a_draft_with_its_first_revision(make_page, cast):
    page = make_page(live=False)
    assert (page.state, page.title, newest_revision(page).number) == (Page.State.DRAFT, {"de": "Kumasi"}, 1)
    assert verbs(page) == ["created"]


def test_saving_keeps_every_revision(make_page, cast):
    page = make_page(live=False)
    revision = save_draft(page, written("Kumasi und wir"), based_on=1, by=cast.eva, note="Titel")
    assert (revision.number, revision.content["title"], revision.note) == (2, {"de": "Kumasi und wir"}, "Titel")
    assert [one.number for one in page.revisions.all()] == [2, 1]


def test_saving_the_same_twice_writes_once(make_page, cast):
    page = make_page(live=False)
    first = save_draft(page, written("Neu"), based_on=1, by=cast.eva)
    assert save_draft(page, written("Neu"), based_on=1, by=cast.eva) == first
    assert page.revisions.count() == 2


def test_saving_over_somebody_elses_words_is_refused_and_shows_them(make_page, cast):
    page = make_page(live=False)
    theirs = save_draft(page, written("Von Ada"), based_on=1, by=cast.ada)
    with pytest.raises(Stale) as refused:
        save_draft(page, written("Von Eva"), based_on=1, by=cast.eva)
    assert refused.value.revision == theirs


def test_a_draft_of_a_live_page_changes_nothing_people_read(make_page, cast):
    page = make_page()
    save_draft(page, written("Entwurf"), based_on=1, by=cast.eva)
    page.refresh_from_db()
    assert (page.title, page.live.number) == ({"de": "Kumasi"}, 1)


def test_an_older_revision_comes_back_as_a_new_one(make_page, cast):
    page = make_page(live=False)
    save_draft(page, written("Neu"), based_on=1, by=cast.eva)
    back = restore_revision(page, 1, based_on=2, by=cast.eva)
    assert (back.number, back.content["title"]) == (3, {"de": "Kumasi"})


def test_a_second_person_approves(make_page, cast):
    revision = newest_revision(make_page(live=False))
    submit_for_review(revision, by=cast.eva)
    approve(revision, by=cast.ada, comment="Gut.")
    assert (revision.state, revision.reviewer, revision.comment) == ("approved", cast.ada, "Gut.")
    assert verbs(revision.page) == ["created", "submitted", "approved"]


def test_the_author_does_not_approve(make_page, cast):
    revision = newest_revision(make_page(live=False))
    submit_for_review(revision, by=cast.eva)
    with pytest.raises(NeedsSecondPerson):
        approve(revision, by=cast.eva)


def test_the_author_approves_where_the_city_wants_it_so(make_page, cast, settings):
    settings.SECOND_PERSON = False
    revision = newest_revision(make_page(live=False))
    submit_for_review(revision, by=cast.eva)
    approve(revision, by=cast.eva)
    assert revision.state == "approved"


def test_what_was_sent_back_can_be_submitted_again(make_page, cast):
    revision = newest_revision(make_page(live=False))
    submit_for_review(revision, by=cast.eva)
    reject(revision, by=cast.ada, comment="Die Zahl stimmt nicht.")
    assert (revision.state, revision.comment) == ("rejected", "Die Zahl stimmt nicht.")
    submit_for_review(revision, by=cast.eva)
    assert revision.state == "in_review"


def test_nothing_is_approved_that_nobody_submitted_or_that_is_not_the_newest(make_page, cast):
    page = make_page(live=False)
    first = newest_revision(page)
    with pytest.raises(NotPossible):
        approve(first, by=cast.ada)
    submit_for_review(first, by=cast.eva)
    save_draft(page, written("Neuer"), based_on=1, by=cast.eva)
    with pytest.raises(NotPossible):
        approve(first, by=cast.ada)


def test_facts_are_changed_once(make_page, cast):
    page, topic = make_page(), Topic.objects.create(slug="welt", name={"de": "Welt"})
    seen = facts_of(page)
    goal = Goal.objects.get_or_create(number=17)[0]
    new = seen | {"as_of": "2024", "topics": [topic.pk], "goals": [goal.pk], "pins": [f"office/{cast.office.pk}"]}
    assert change_facts(page, new, seen=fingerprint_of(seen), by=cast.eva)
    assert facts_of(page) == new
    assert not change_facts(page, new, seen=fingerprint_of(seen), by=cast.eva)
    with pytest.raises(FactsChanged):
        change_facts(page, new | {"as_of": "2023"}, seen=fingerprint_of(seen), by=cast.ada)


def test_facts_with_days_survive_being_written(make_page, cast):
    page = make_page()
    seen = facts_of(page)
    new = seen | {"review_by": "2027-03-01", "expire_at": "2027-12-31T22:00:00+00:00"}
    change_facts(page, new, seen=fingerprint_of(seen), by=cast.eva)
    assert facts_of(Page.objects.get()) == new


def test_a_moved_page_is_found_at_its_old_address(make_page, cast):
    page, above = make_page(), make_page("welt")
    move_page(page, slug="partnerschaft-kumasi", parent=above, by=cast.eva)
    assert page_formerly_at("kumasi") == page
    assert (page.slug, page.parent) == ("partnerschaft-kumasi", above)


def test_a_page_may_have_its_old_address_back(make_page, cast):
    page = make_page()
    move_page(page, slug="anders", parent=None, by=cast.eva)
    move_page(page, slug="kumasi", parent=None, by=cast.eva)
    assert [one.slug for one in page.former_addresses.all()] == ["anders"]


def test_an_address_that_is_or_was_anothers_is_refused(make_page, cast):
    page, other = make_page(), make_page("welt")
    move_page(page, slug="anders", parent=None, by=cast.eva)
    for taken in ("welt", "kumasi"):
        with pytest.raises(AddressTaken):
            create_page(taken, office=cast.office, by=cast.eva)
    with pytest.raises(AddressTaken):
        move_page(other, slug="kumasi", parent=None, by=cast.eva)


def test_a_page_never_stands_below_itself(make_page, cast):
    above, below = make_page("oben"), make_page("unten")
    move_page(below, slug="unten", parent=above, by=cast.eva)
    for parent in (above, below):
        with pytest.raises(RingOfPages):
            move_page(above, slug="oben", parent=parent, by=cast.eva)


def test_a_thing_knows_which_pages_name_it(make_page, cast):
    page = make_page(sections=[section("contact", things=[f"office/{cast.office.pk}"])])
    assert list(pages_naming(cast.office)) == [page]
    save_draft(page, written(), based_on=1, by=cast.eva)
    assert list(pages_naming(cast.office)) == [page], "the live revision still does"
    assert list(pages_naming(Office.objects.exclude(pk=cast.office.pk).first())) == []
    assert Reference.objects.get().passage == "s1.things"
