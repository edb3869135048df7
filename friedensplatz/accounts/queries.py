# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is in which team."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from friedensplatz.accounts.models import Invitation, Membership, RightsChange, Role, Team, User

Visitor = User | AnonymousUser
CASE_ROLES = (Role.CASE_WORKER, Role.COUNSELLOR, Role.LEAD)


def roles_of(user: Visitor) -> dict[int, set[str]]:
    """Team id → roles of a signed-in person; read once a request and kept on the user."""
    if not isinstance(user, User):
        return {}
    kept: dict[int, set[str]] | None = getattr(user, "_roles", None)
    if kept is None:
        kept = {}
        for team, role in user.memberships.values_list("team_id", "role"):
            kept.setdefault(team, set()).add(role)
        user._roles = kept  # type: ignore[attr-defined]
    return kept


def team_ids(user: Visitor, *roles: str) -> list[int]:
    """Teams in which a person holds one of the roles."""
    return [team for team, held in roles_of(user).items() if held & set(roles)]


def is_staff(user: Visitor) -> bool:
    """Works for the city: may see a desk at all."""
    return isinstance(user, User) and (user.is_administrator or user.is_leadership or bool(roles_of(user)))


def colleagues_in(team: Team, *roles: str) -> QuerySet[User]:
    """Active people who hold one of the roles in a team."""
    return User.objects.filter(is_active=True, memberships__team=team, memberships__role__in=roles).distinct()


def opens_by_code(email: str) -> bool:
    """Whether an address, in lower case, may enter with a code by mail: a resident's account, or none yet."""
    user = User.objects.filter(email=email).first()
    return user is None or (user.is_active and not is_staff(user))


def people_named(words: str = "") -> QuerySet[User]:
    """People who work or worked here whose name or address holds the words, with their teams.

    Residents' accounts are nobody's business: one is found by its whole address, to give a role to somebody.
    """
    given = Q(is_administrator=True) | Q(is_leadership=True)
    given |= Q(pk__in=Membership.objects.values("user")) | Q(pk__in=RightsChange.objects.values("user"))
    if words:
        given = given & (Q(name__icontains=words) | Q(email__icontains=words)) | Q(email__iexact=words)
    return User.objects.filter(given).prefetch_related("memberships__team")


def invitations_waiting() -> QuerySet[Invitation]:
    """Invitations nobody has taken up yet, newest first, also those that are too old by now."""
    return Invitation.objects.filter(accepted_by=None).select_related("team", "invited_by").order_by("-created_at")
