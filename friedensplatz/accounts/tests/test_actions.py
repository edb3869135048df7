# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.utils import timezone

from friedensplatz.accounts.actions import (
    LastAdministrator,
    OwnRights,
    accept_invitation,
    add_member,
    change_person,
    create_user,
    invitation_behind,
    invite,
    remove_member,
    token_of,
)
from friedensplatz.accounts.models import Invitation, RightsChange
from friedensplatz.accounts.queries import roles_of

pytestmark = pytest.mark.django_db


def test_an_invited_person_gets_what_was_promised(ada, team):
    invitation = invite(email="Eva@Dortmund.example", by=ada, language="tr", team=team, role="editor")
    eva = accept_invitation(invitation_behind(token_of(invitation)), name="Eva", password="a long sentence 3")
    assert (eva.email, eva.name, eva.language) == ("eva@dortmund.example", "Eva", "tr")
    assert roles_of(eva) == {team.pk: {"editor"}}
    assert eva.check_password("a long sentence 3")
    assert list(eva.rights_changes.values_list("what", "by")) == [
        ("+ editor: Amt", ada.pk),
        ("account created", ada.pk),
    ]


def test_an_invitation_opens_once(ada):
    invitation = invite(email="eva@dortmund.example", by=ada, is_leadership=True)
    token = token_of(invitation)
    accept_invitation(invitation, name="Eva", password="a long sentence 3")
    assert invitation_behind(token) is None


def test_an_invitation_is_void_when_it_is_a_week_old_or_followed_by_another(ada):
    first, second = (invite(email="eva@dortmund.example", by=ada, is_leadership=True) for _ in range(2))
    assert invitation_behind(token_of(first)) is None
    assert invitation_behind(token_of(second)) == second
    Invitation.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert invitation_behind(token_of(second)) is None


@pytest.mark.parametrize("token", ["", "1", "x:y", "1:1tEST:abc"])
def test_no_invitation_lies_behind_an_invented_link(token):
    assert invitation_behind(token) is None


@pytest.mark.parametrize("right", ["is_administrator", "is_active"])
def test_nobody_takes_their_own_keys(ada, right):
    create_user("leo@dortmund.example", administrator=True)
    with pytest.raises(OwnRights):
        change_person(ada, by=ada, **{right: False})


@pytest.mark.parametrize("right", ["is_administrator", "is_active"])
def test_one_administrator_stays(ada, right):
    with pytest.raises(LastAdministrator):
        change_person(ada, **{right: False})
    ada.refresh_from_db()
    assert (ada.is_administrator, ada.is_active) == (True, True)


def test_changes_of_rights_are_remembered(ada, bob, team):
    change_person(bob, by=ada, name="Robert", is_leadership=True)
    remove_member(add_member(bob, team, "lead", by=ada), by=ada)
    add_member(bob, team, "lead", by=ada)
    add_member(bob, team, "lead", by=ada)
    assert list(RightsChange.objects.filter(user=bob).values_list("what", flat=True)) == [
        "+ lead: Amt",
        "- lead: Amt",
        "+ lead: Amt",
        "+ leadership",
        "account created",
    ]
