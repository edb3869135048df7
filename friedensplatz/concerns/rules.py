# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a concern. Administrators and leadership run the house; they do not read what people wrote."""

import rules

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import CASE_ROLES, team_ids
from friedensplatz.concerns.models import Concern, Template


@rules.predicate
def has_a_desk(user: User) -> bool:
    return bool(team_ids(user, *CASE_ROLES))


@rules.predicate
def works_in_office(user: User, concern: Concern) -> bool:
    return concern.office.team_id in team_ids(user, *CASE_ROLES)


@rules.predicate
def leads_office(user: User, concern: Concern) -> bool:
    return concern.office.team_id in team_ids(user, Role.LEAD)


@rules.predicate
def leads_office_of_template(user: User, template: Template) -> bool:
    return template.office is not None and template.office.team_id in team_ids(user, Role.LEAD)


@rules.predicate
def leads_the_city(user: User) -> bool:
    return bool(getattr(user, "is_leadership", False))


rules.add_perm("concerns.use_inbox", has_a_desk)
rules.add_perm("concerns.view_concern", works_in_office)
rules.add_perm("concerns.work_on_concern", works_in_office)
rules.add_perm("concerns.assign_concern", leads_office)
rules.add_perm("concerns.change_template", leads_office_of_template)
rules.add_perm("concerns.view_figures", leads_the_city)
