# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Filters and order, views that are kept, and deeds on several concerns at once."""

import datetime as dt

import pytest
from django.urls import reverse

from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.actions import answer_concern, assign_concern, note_concern
from friedensplatz.concerns.models import Concern, Kind, Protection, SavedView
from friedensplatz.concerns.workflow import State


@pytest.fixture
def desk(client, bob):
    client.force_login(bob)
    return client


def inbox(client, **query):
    return [row.title for row in client.get(reverse("desk_inbox"), query).context["slice"].rows]


def bulk(client, deed, *concerns, **given):
    chosen = {"deed": deed, "concern": [concern.reference for concern in concerns]}
    versions = {f"version-{concern.reference}": concern.version for concern in concerns}
    return client.post(reverse("desk_bulk"), {**chosen, **versions, **given})


def test_filters_by_kind_protection_channel_and_order(desk, hand_in):
    hand_in("Eine Frage", kind=Kind.QUESTION, received_at=dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC))
    hand_in("Am Telefon", channel="phone", protection=Protection.OPEN)
    assert inbox(desk, kind="question") == inbox(desk, protection="normal") == ["Eine Frage"]
    assert inbox(desk, channel="phone") == ["Am Telefon"]
    assert inbox(desk, order="newest") == ["Am Telefon", "Eine Frage"]
    assert inbox(desk, order="oldest") == ["Eine Frage", "Am Telefon"]
    assert len(inbox(desk, kind="x", district="x", duty="999")) == 2


def test_view_is_kept_for_oneself_or_the_team_and_forgotten_by_its_owner(desk, client, bob, lena, dora, office):
    query = "kind=question&scope=mine&after=x&evil=1"
    desk.post(reverse("desk_view_save"), {"title": "Meine Fragen", "query": query})
    desk.post(reverse("desk_view_save"), {"title": "Für alle", "query": "scope=late", "office": office.pk})
    desk.post(reverse("desk_view_save"), {"title": " ", "query": "scope=late"})
    assert set(SavedView.objects.values_list("title", "query")) == {
        ("Meine Fragen", "kind=question&scope=mine"),
        ("Für alle", "scope=late"),
    }
    client.force_login(lena)
    assert [view.title for view in client.get(reverse("desk_inbox")).context["views"]] == ["Für alle"]
    shared = SavedView.objects.get(title="Für alle")
    assert client.post(reverse("desk_view_remove", args=[shared.pk])).status_code == 404
    client.force_login(dora)
    assert list(client.get(reverse("desk_inbox")).context["views"]) == []
    client.force_login(bob)
    client.post(reverse("desk_view_remove", args=[shared.pk]))
    assert SavedView.objects.count() == 1


def test_several_are_taken_after_a_look_at_what_would_happen(desk, hand_in, bob, other_office):
    concerns = [hand_in("Eins")[0], hand_in("Zwei")[0]]
    foreign, _ = hand_in("Fremd", office=other_office)
    look = bulk(desk, "take", *concerns, foreign)
    assert look.context["possible"] == concerns
    assert Concern.objects.filter(assignee=bob).count() == 0
    done = bulk(desk, "take", *concerns, sure="1")
    assert [errors for _concern, errors in done.context["acted"]] == [[], []]
    assert Concern.objects.filter(assignee=bob, state=State.IN_PROGRESS).count() == 2


def test_one_that_somebody_else_changed_meanwhile_is_told_and_the_others_are_done(desk, hand_in, bob, lena):
    first, second = hand_in("Eins")[0], hand_in("Zwei")[0]
    answer_concern(first, "So.", by=lena)
    answer_concern(second, "So.", by=lena)
    second.version = 1
    done = bulk(desk, "close", first, second, sure="1", outcome="resolved")
    assert [bool(errors) for _concern, errors in done.context["acted"]] == [False, True]
    assert Concern.objects.filter(state=State.CLOSED).get() == first


def test_closing_several_asks_how_and_is_undone(desk, hand_in, bob):
    concern, _ = hand_in()
    answer_concern(concern, "So.", by=bob)
    assert bulk(desk, "close", concern, sure="1").context["form"].errors.keys() == {"outcome"}
    page = bulk(desk, "close", concern, sure="1", outcome="resolved").content.decode()
    assert 'value="resume"' in page
    concern.refresh_from_db()
    bulk(desk, "resume", concern, sure="1", reason="Zu früh.")
    assert Concern.objects.get().state == State.IN_PROGRESS


def test_several_are_joined_with_the_oldest(desk, hand_in):
    concerns = [hand_in(f"Laterne {number}")[0] for number in range(3)]
    assert bulk(desk, "join", *concerns).context["form"]["of"].value() == concerns[0].reference
    bulk(desk, "join", *concerns, sure="1", of=concerns[0].reference, text="Bekannt.")
    assert set(concerns[0].duplicates.all()) == set(concerns[1:])


def test_assigning_several_is_for_leads(desk, client, hand_in, bob, lena):
    concern, _ = hand_in()
    assert bulk(desk, "assign", concern, sure="1", assignee=bob.pk).status_code == 302
    assert Concern.objects.get().assignee is None
    client.force_login(lena)
    bulk(client, "assign", concern, sure="1", assignee=bob.pk)
    assert Concern.objects.get().assignee == bob
    assert bulk(client, "answer", concern).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_look_at_several_needs_the_same_queries(rows, desk, hand_in, facts_held, django_assert_max_num_queries):
    concerns = [hand_in()[0] for _row in range(rows)]
    bulk(desk, "take", *concerns)
    with django_assert_max_num_queries(14):
        bulk(desk, "take", *concerns)


def undo(client, page):
    """Presses "undo" and gives what is said then."""
    answer = client.post(reverse("desk_bulk_undo"), {"undo": page.context["undo"]}, follow=True)
    return [str(message) for message in answer.context["messages"]]


def test_taking_several_is_undone_but_for_those_somebody_has_touched_since(desk, hand_in, bob, lena):
    given, moved, noted = (hand_in("Text")[0] for _concern in range(3))
    assign_concern(given, lena, by=lena)
    before = Concern.objects.filter(pk=given.pk).values("state", "assignee", "answer_due").get()
    page = bulk(desk, "take", *Concern.objects.order_by("pk"), sure="1")
    answer_concern(Concern.objects.get(pk=moved.pk), "Danke.", by=bob)
    note_concern(noted, "Ich rufe an.", by=lena)
    desk.get(reverse("desk_case", args=[given.reference]))
    said = undo(desk, page)
    assert (len(said), given.reference in said[1], moved.reference in said[1], noted.reference in said[1]) == (
        2,
        False,
        True,
        True,
    )
    assert Concern.objects.filter(pk=given.pk).values("state", "assignee", "answer_due").get() == before
    assert list(Concern.objects.exclude(pk=given.pk).order_by("pk").values_list("state", flat=True)) == [
        State.ANSWERED,
        State.IN_PROGRESS,
    ]
    last = activities_of(given).last()
    assert (last.verb, last.actor) == ("undone", bob)


def test_the_first_look_is_promised_again_when_it_is_undone(desk, hand_in):
    concern, _code = hand_in()
    page = bulk(desk, "take", concern, sure="1")
    clock = concern.deadlines.get(rule="acknowledgement")
    assert clock.met_at is not None
    undo(desk, page)
    clock.refresh_from_db()
    assert (clock.met_at, Concern.objects.get().state) == (None, State.RECEIVED)


def test_undoing_twice_too_late_or_for_somebody_else_changes_nothing(desk, client, hand_in, bob, lena, freeze_undo):
    concern, _code = hand_in()
    page = bulk(desk, "take", concern, sure="1")
    client.force_login(lena)
    undo(client, page)
    assert Concern.objects.get().assignee == bob
    client.force_login(bob)
    undo(client, page)
    assert Concern.objects.get().assignee is None
    version = Concern.objects.get().version
    undo(client, page)
    assert Concern.objects.get().version == version
    page = bulk(desk, "take", Concern.objects.get(), sure="1")
    freeze_undo()
    undo(client, page)
    assert Concern.objects.get().assignee == bob


@pytest.fixture
def freeze_undo(monkeypatch):
    """Lets the minutes pass in which a deed can be undone."""
    return lambda: monkeypatch.setattr("friedensplatz.concerns.undoing.SECONDS", -1)


def test_what_the_person_was_told_of_is_taken_up_again_instead(desk, hand_in, bob):
    concern, _code = hand_in()
    answer_concern(concern, "Danke.", by=bob)
    assert bulk(desk, "close", concern, sure="1", outcome="resolved").context["undo"] == ""
