# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a concern. Administrators and leadership run the house; they do not read what people wrote."""

import rules

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import CASE_ROLES, Visitor, team_ids
from friedensplatz.accounts.rules import is_leadership, leads, works_in
from friedensplatz.concerns.keeping import tie_of
from friedensplatz.concerns.models import Concern, Keeping, Template


@rules.predicate
def has_a_desk(user: Visitor) -> bool:
    return bool(team_ids(user, *CASE_ROLES))


@rules.predicate
def works_in_its_office(user: Visitor, concern: Concern) -> bool:
    return bool(works_in(user, concern.office))


@rules.predicate
def leads_its_office(user: Visitor, concern: Concern) -> bool:
    return bool(leads(user, concern.office))


@rules.predicate
def leads_office_of_template(user: Visitor, template: Template) -> bool:
    return template.office is not None and bool(leads(user, template.office))


@rules.predicate
def keeps_it(user: Visitor, concern: Concern) -> bool:
    """Has it in their account."""
    return isinstance(user, User) and Keeping.objects.filter(tie=tie_of(user, concern)).exists()


rules.add_perm("concerns.use_inbox", has_a_desk)
rules.add_perm("concerns.view_concern", works_in_its_office)
rules.add_perm("concerns.work_on_concern", works_in_its_office)
rules.add_perm("concerns.follow_concern", keeps_it)
rules.add_perm("concerns.assign_concern", leads_its_office)
rules.add_perm("concerns.change_template", leads_office_of_template)
rules.add_perm("concerns.view_figures", is_leadership)
