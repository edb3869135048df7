# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import re

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from friedensplatz.accounts.actions import add_member, create_user, invite, token_of
from friedensplatz.accounts.models import Invitation, User

pytestmark = pytest.mark.django_db


def test_an_administrator_invites_and_the_person_signs_in(desk, client, team):
    asked = {"email": "eva@dortmund.example", "language": "tr", "team": team.pk, "role": "case_worker"}
    assert desk.post(reverse("person_invite"), asked).url == reverse("people_list")
    desk.logout()
    (letter,) = mail.outbox
    assert letter.to == ["eva@dortmund.example"]
    path = re.search(r"https?://[^/]+(/tr/accounts/invitation/\S+)", letter.body).group(1)
    with override("tr"):
        assert client.get(path).status_code == 200
        client.post(path, {"name": "Eva", "password": "short"})
        assert User.objects.filter(name="Eva").count() == 0
        client.post(path, {"name": "Eva", "password": "a long sentence 3"})
        assert client.get(path).status_code == 410
    assert client.session["_auth_user_id"] == str(User.objects.get(name="Eva").pk)


@pytest.mark.parametrize(
    "asked",
    [
        {"email": "eva@dortmund.example"},
        {"email": "eva@dortmund.example", "role": "lead"},
        {"email": "ADA@dortmund.example", "is_administrator": "on"},
        {"email": "nonsense", "is_administrator": "on"},
    ],
)
def test_an_invitation_without_sense_is_refused(desk, asked):
    assert desk.post(reverse("person_invite"), {"language": "de", **asked}).status_code == 200
    assert (Invitation.objects.count(), len(mail.outbox)) == (0, 0)


def test_a_withdrawn_invitation_opens_nothing(desk, ada):
    invitation = invite(email="eva@dortmund.example", by=ada, is_leadership=True)
    desk.post(reverse("invitation_withdraw", args=[invitation.pk]))
    assert desk.get(reverse("invitation", args=[token_of(invitation)])).status_code == 410


def test_an_administrator_cannot_lock_themselves_out(desk, ada):
    page = desk.post(reverse("person_edit", args=[ada.pk]), {"name": "Ada", "language": "de", "is_active": "on"})
    assert page.status_code == 200
    ada.refresh_from_db()
    assert ada.is_administrator


def test_a_deactivated_person_is_out_at_once(desk, bob, client):
    other = client.__class__()
    other.force_login(bob)
    assert other.get(reverse("outbox")).status_code == 404
    desk.post(reverse("person_edit", args=[bob.pk]), {"name": "Bob", "language": "de"})
    assert other.get(reverse("outbox")).status_code == 302


def test_roles_are_given_and_taken(desk, bob, team):
    desk.post(reverse("member_add", args=[bob.pk]), {"team": team.pk, "role": "lead"})
    membership = bob.memberships.get()
    desk.post(reverse("member_remove", args=[bob.pk, membership.pk]))
    assert bob.memberships.count() == 0


def test_people_are_found_by_name_or_address(desk, bob):
    assert desk.get(reverse("people_list"), {"q": "bob@"}).context["slice"].rows == [bob]


def add_person(number, ada, team):
    add_member(create_user(f"person{number}@dortmund.example"), team, "lead")
    invite(email=f"new{number}@dortmund.example", by=ada, is_leadership=True)


def test_the_list_needs_as_many_queries_for_three_as_for_one(desk, ada, team, django_assert_num_queries):
    add_person(1, ada, team)
    desk.get(reverse("people_list"))
    with CaptureQueriesContext(connection) as for_one:
        desk.get(reverse("people_list"))
    add_person(2, ada, team)
    add_person(3, ada, team)
    with django_assert_num_queries(len(for_one)):
        desk.get(reverse("people_list"))
    assert len(for_one) <= 9


def test_others_do_not_find_people(client, bob):
    assert client.get(reverse("people_list")).status_code == 302
    client.force_login(bob)
    assert client.get(reverse("people_list")).status_code == 404
