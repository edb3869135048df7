# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is what. One sentence each; components build their permissions from them."""

from typing import Protocol

import rules

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import CASE_ROLES, Visitor, team_ids
from friedensplatz.accounts.queries import is_staff as works_for_the_city


class WithTeam(Protocol):
    """An office, or anything else a team answers for."""

    team_id: int | None


@rules.predicate
def is_staff(user: Visitor) -> bool:
    return works_for_the_city(user)


@rules.predicate
def is_administrator(user: Visitor) -> bool:
    return isinstance(user, User) and user.is_administrator


@rules.predicate
def is_leadership(user: Visitor) -> bool:
    return isinstance(user, User) and user.is_leadership


@rules.predicate
def works_in(user: Visitor, office: WithTeam) -> bool:
    """Works on cases in the office's team, as case worker, counsellor or lead."""
    return office.team_id in team_ids(user, *CASE_ROLES)


@rules.predicate
def counsels(user: Visitor, office: WithTeam) -> bool:
    """Is trusted in the office's team with what is confidential."""
    return office.team_id in team_ids(user, Role.COUNSELLOR)


@rules.predicate
def leads(user: Visitor, office: WithTeam) -> bool:
    return office.team_id in team_ids(user, Role.LEAD)


@rules.predicate
def edits(user: Visitor, office: WithTeam) -> bool:
    """Looks after the office's texts."""
    return office.team_id in team_ids(user, Role.EDITOR)


@rules.predicate
def edits_somewhere(user: Visitor) -> bool:
    """Is an editor, of whichever office."""
    return bool(team_ids(user, Role.EDITOR))


@rules.predicate
def never_worked_here(user: Visitor) -> bool:
    """Holds no role and never did: nothing the city has to account for hangs on this person."""
    return isinstance(user, User) and not works_for_the_city(user) and not user.rights_changes.exists()


rules.add_perm("accounts.manage_people", is_administrator)
rules.add_perm("accounts.close_account", never_worked_here)
