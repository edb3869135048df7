# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Giving people accounts, roles and teams."""

import datetime as dt
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core import signing
from django.db import transaction
from django.utils import timezone

from friedensplatz.accounts.models import Invitation, Membership, RightsChange, Role, Team, User

INVITATION_LASTS = dt.timedelta(days=7)
SALT = "friedensplatz.invitation"


class LastAdministrator(Exception):
    """Somebody has to be left who can run the house."""


class OwnRights(Exception):
    """Nobody takes the keys from themselves: it cannot be taken back."""


@transaction.atomic
def create_user(
    email: str,
    name: str = "",
    language: str = "de",
    *,
    administrator: bool = False,
    leadership: bool = False,
    password: str | None = None,
    by: User | None = None,
) -> User:
    """A new person with a sign-in; without a password they choose one by "I do not know my password".

    Raises IntegrityError when the address has an account already.
    """
    user = User.objects.create_user(
        email, password, name=name, language=language, is_administrator=administrator, is_leadership=leadership
    )
    rights = [right for right, given in {"administrator": administrator, "leadership": leadership}.items() if given]
    _note(user, by, f"account created {' '.join(rights)}".strip())
    return user


@transaction.atomic
def add_member(user: User, team: Team, role: str, *, by: User | None = None) -> Membership:
    """Give a person a role in a team; nothing changes when they hold it already."""
    membership, new = Membership.objects.get_or_create(user=user, team=team, role=Role(role))
    if new:
        _note(user, by, f"+ {role}: {team}")
    return membership


@transaction.atomic
def remove_member(membership: Membership, *, by: User) -> None:
    _note(membership.user, by, f"- {membership.role}: {membership.team}")
    membership.delete()


@transaction.atomic
def change_person(user: User, *, by: User | None = None, **changes: Any) -> None:
    """Change name, language, `is_administrator`, `is_leadership` or `is_active` of a person.

    Raises OwnRights when people would lock themselves out, LastAdministrator when nobody would be left to run the house.
    """
    before = User.objects.select_for_update().get(pk=user.pk)
    changed = {name: value for name, value in changes.items() if getattr(before, name) != value}
    loses_keys = changed.get("is_administrator") is False or changed.get("is_active") is False
    if loses_keys and user == by:
        raise OwnRights
    User.objects.filter(pk=user.pk).update(**changed)
    if loses_keys and not _administrators_left():
        raise LastAdministrator
    for name, value in changed.items():
        setattr(user, name, value)
        if name.startswith("is_"):
            _note(user, by, f"{'+' if value else '-'} {name.removeprefix('is_')}")


@transaction.atomic
def invite(*, email: str, by: User, **wanted: Any) -> Invitation:
    """Write down an invitation (language, role and team, rights); an earlier one to the same address is void."""
    Invitation.objects.filter(email__iexact=email, accepted_by=None).delete()
    return Invitation.objects.create(
        email=email.lower(), invited_by=by, expires_at=timezone.now() + INVITATION_LASTS, **wanted
    )


def token_of(invitation: Invitation) -> str:
    """What the link of an invitation carries. It is signed, so nobody can guess one."""
    return signing.dumps(invitation.pk, salt=SALT)


def invitation_behind(token: str) -> Invitation | None:
    """The invitation a link stands for, unless it was used, withdrawn or is too old."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return Invitation.objects.filter(pk=pk, accepted_by=None, expires_at__gt=timezone.now()).first()


@transaction.atomic
def accept_invitation(invitation: Invitation, *, name: str, password: str) -> User:
    """Make the account an invitation promised. Raises IntegrityError when the address got one meanwhile."""
    user = create_user(
        invitation.email,
        name,
        invitation.language,
        administrator=invitation.is_administrator,
        leadership=invitation.is_leadership,
        password=password,
        by=invitation.invited_by,
    )
    if invitation.team:
        add_member(user, invitation.team, invitation.role, by=invitation.invited_by)
    Invitation.objects.filter(pk=invitation.pk).update(accepted_by=user)
    return user


def open_account(email: str, language: str) -> User:
    """The account of somebody who has proved that an address in lower case is theirs; a new one holds no right."""
    user, _new = User.objects.get_or_create(
        email=email, defaults={"language": language, "password": make_password(None)}
    )
    return user


def close_account(user: User) -> None:
    """Delete an account that never held a right (permission `accounts.close_account`), with all it knows."""
    user.delete()


def _administrators_left() -> bool:
    """Lock every administrator, so that two of them cannot take each other's keys at the same moment."""
    return bool(User.objects.select_for_update().filter(is_administrator=True, is_active=True).order_by("pk"))


def _note(user: User, by: User | None, what: str) -> None:
    RightsChange.objects.create(user=user, by=by, what=what[:200])
