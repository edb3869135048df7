# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reminders to oneself, standing in for others, asking the leads, and what leads see."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from friedensplatz.accounts.models import Role
from friedensplatz.concerns import jobs
from friedensplatz.concerns.actions import answer_concern, assign_concern, take_concern
from friedensplatz.concerns.models import Absence, Concern, Protection, Reminder
from friedensplatz.concerns.moving import NotPossible
from friedensplatz.concerns.overseeing import escalate_concern, remind_oneself, reminders_of
from friedensplatz.concerns.referrals import ask_for_statement
from tests.cast import make_user

LONG_AGO = dt.date(2026, 1, 5)


def today():
    return timezone.localdate()


def deed(client, user, concern, name, **given):
    client.force_login(user)
    return client.post(reverse("desk_deed", args=[concern.reference, name]), {"version": concern.version, **given})


@pytest.fixture
def away(bob, lena):
    """bob is away today, lena stands in."""
    return Absence.objects.create(user=bob, substitute=lena, first=today(), last=today())


def test_substitute_finds_the_concerns_of_the_absent_among_their_own(client, concern, bob, lena, away):
    assign_concern(concern, bob, by=lena)
    client.force_login(lena)
    mine = client.get(reverse("desk_inbox"), {"scope": "mine"}).context
    assert ([row.pk for row in mine["slice"].rows], mine["counts"].mine) == ([concern.pk], 1)
    Absence.objects.update(first=today() - dt.timedelta(days=2), last=today() - dt.timedelta(days=1))
    assert client.get(reverse("desk_inbox"), {"scope": "mine"}).context["slice"].rows == []


def test_new_concerns_go_on_to_the_substitute(client, concern, bob, lena, away):
    deed(client, lena, concern, "assign", assignee=bob.pk)
    assert Concern.objects.get().assignee == lena


def test_what_is_confidential_goes_to_no_substitute_who_may_not_read_it(client, hand_in, bob, lena, office):
    concern, _ = hand_in(protection=Protection.SEALED)
    Concern.objects.update(assignee=bob)
    Absence.objects.create(user=bob, substitute=lena, first=today(), last=today())
    client.force_login(lena)
    assert client.get(reverse("desk_inbox"), {"scope": "mine"}).context["slice"].rows == []
    assert client.get(reverse("desk_case", args=[concern.reference])).status_code == 404


def test_people_say_when_they_are_away_and_leads_for_their_team(client, bob, lena, dora):
    address = reverse("desk_absences")
    days = {"first": today().isoformat(), "last": today().isoformat()}
    client.force_login(bob)
    wrong = client.post(address, {"user": bob.pk, "substitute": bob.pk, **days, "last": "2020-01-01"})
    assert wrong.context["form"].errors.keys() == {"substitute", "last"}
    assert client.post(address, {"user": lena.pk, "substitute": bob.pk, **days}).context["form"].errors.keys() == {
        "user"
    }
    client.force_login(lena)
    client.post(address, {"user": bob.pk, "substitute": lena.pk, **days})
    absence = Absence.objects.get()
    client.force_login(dora)
    assert client.get(address).context["rows"] == []
    assert client.post(reverse("desk_absence_remove", args=[absence.pk])).status_code == 404
    client.force_login(bob)
    assert client.get(address).context["rows"] == [(absence, True)]
    client.post(reverse("desk_absence_remove", args=[absence.pk]))
    assert Absence.objects.count() == 0


def test_reminder_comes_on_its_day_to_who_wanted_it_and_is_sealed(client, concern, bob, lena):
    deed(client, bob, concern, "remind", day=today().isoformat(), text="Rückruf der Mutter")
    (reminder,) = reminders_of(bob, today())
    assert (reminder.note, b"Mutter" in bytes(reminder.sealed)) == ("Rückruf der Mutter", False)
    assert reminders_of(bob, today() - dt.timedelta(days=1)) == []
    assert "Rückruf der Mutter" in client.get(reverse("desk_case", args=[concern.reference])).content.decode()
    client.force_login(lena)
    assert "Rückruf" not in client.get(reverse("desk_case", args=[concern.reference])).content.decode()
    assert client.post(reverse("desk_reminder_done", args=[reminder.pk])).status_code == 404
    client.force_login(bob)
    client.post(reverse("desk_reminder_done", args=[reminder.pk]))
    assert Reminder.objects.count() == 0


def test_reminder_of_what_one_sees_no_more_is_silent(concern, dora):
    remind_oneself(concern, today(), "x", by=dora)
    assert reminders_of(dora, today()) == []


def test_leads_are_asked_by_hand_once_and_no_more_when_it_is_answered(client, concern, bob):
    deed(client, bob, concern, "escalate", text="Wir kommen nicht weiter.")
    concern.refresh_from_db()
    assert concern.escalated_at is not None
    with pytest.raises(NotPossible):
        escalate_concern(concern, "Noch einmal.", by=bob)
    assert len(client.get(reverse("desk_inbox"), {"scope": "escalated"}).context["slice"].rows) == 1
    answer_concern(concern, "So.", by=bob)
    assert Concern.objects.get().escalated_at is None


def test_leads_are_asked_by_itself_when_a_promise_is_broken_for_days(hand_in, bob):
    late, fresh = hand_in()[0], hand_in()[0]
    Concern.objects.filter(pk=late.pk).update(answer_due=LONG_AGO)
    Concern.objects.filter(pk=fresh.pk).update(answer_due=today() - dt.timedelta(days=1))
    assert jobs.escalate_late_concerns(timezone.now()) == 1
    assert jobs.escalate_late_concerns(timezone.now()) == 0
    assert Concern.objects.exclude(escalated_at=None).get() == late


def test_leads_see_who_has_how_much_and_what_is_late_and_why(client, hand_in, bob, lena, other_office):
    waiting, taken = hand_in("Wartet")[0], hand_in("Genommen")[0]
    hand_in("Neu")
    ask_for_statement(waiting, other_office, "Was ist?", due=today(), by=bob)
    take_concern(taken, by=bob)
    Concern.objects.filter(pk__in=[waiting.pk, taken.pk]).update(answer_due=LONG_AGO)
    client.force_login(bob)
    assert client.get(reverse("desk_overview")).status_code == 404
    client.force_login(lena)
    page = client.get(reverse("desk_overview"))
    table = [(row["assignee__name"], row["open"], row["late"], row["waiting"]) for row in page.context["workload"]]
    assert table == [(None, 2, 1, 1), ("Bob", 1, 1, 0)]
    assert [(concern.title, since is not None) for concern, since in page.context["late"]] == [
        ("Wartet", True),
        ("Genommen", False),
    ]
    assert "Integrationszentrum" in page.content.decode()


def test_leads_see_no_number_of_concerns_they_may_not_read(client, hand_in, lena, office):
    cora = make_user("cora@stadt.example", office=office, role=Role.COUNSELLOR)
    take_concern(hand_in("Versiegelt", protection="sealed")[0], by=cora)
    client.force_login(lena)
    assert client.get(reverse("desk_overview")).context["workload"] == []


@pytest.mark.parametrize("rows", [1, 3])
def test_overview_and_absences_need_the_same_queries(
    rows, client, hand_in, lena, bob, facts_held, django_assert_max_num_queries
):
    for _row in range(rows):
        take_concern(hand_in()[0], by=bob)
        Absence.objects.create(user=bob, substitute=lena, first=today(), last=today())
    Concern.objects.update(answer_due=LONG_AGO)
    client.force_login(lena)
    for name in ("desk_overview", "desk_absences"):
        client.get(reverse(name))
        with django_assert_max_num_queries(12):
            client.get(reverse(name))
