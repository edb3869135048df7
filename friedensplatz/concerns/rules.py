# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a concern. Administrators and leadership run the house; they do not read what people wrote."""

import rules

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import CASE_ROLES, Visitor, team_ids
from friedensplatz.accounts.rules import counsels, is_leadership, leads, works_in
from friedensplatz.concerns.keeping import tie_of
from friedensplatz.concerns.models import Admission, Concern, Keeping, Protection, Template


@rules.predicate
def has_a_desk(user: Visitor) -> bool:
    return bool(team_ids(user, *CASE_ROLES))


@rules.predicate
def may_read(user: Visitor, concern: Concern) -> bool:
    """Works in its office and is trusted as its protection asks, or was let in. `concerns_visible_to` says the same."""
    return _reads_as_office(user, concern) or _is_admitted(user, concern, *Admission.Right)


@rules.predicate
def may_work(user: Visitor, concern: Concern) -> bool:
    """Reads it and may write, ask, answer."""
    return _reads_as_office(user, concern) or _is_admitted(user, concern, Admission.Right.WORK)


def _reads_as_office(user: Visitor, concern: Concern) -> bool:
    if not isinstance(user, User) or not works_in(user, concern.office):
        return False
    if not concern.is_encrypted or concern.assignee_id == user.pk:
        return True
    free = concern.protection == Protection.CONFIDENTIAL or concern.assignee_id is None
    return free and bool(counsels(user, concern.office))


def _is_admitted(user: Visitor, concern: Concern, *wanted: str) -> bool:
    if not isinstance(user, User):
        return False
    rows = [row for row in concern.admissions.select_related("office") if row.right in wanted]
    if any(row.user_id == user.pk for row in rows):
        return True
    if concern.protection == Protection.SEALED:
        return False
    trusted = counsels if concern.is_encrypted else works_in
    return any(trusted(user, row.office) for row in rows if row.office)


@rules.predicate
def leads_its_office(user: Visitor, concern: Concern) -> bool:
    """Leads the office that answers and may read the concern."""
    return bool(leads(user, concern.office)) and bool(may_read(user, concern))


@rules.predicate
def leads_office_of_template(user: Visitor, template: Template) -> bool:
    return template.office is not None and bool(leads(user, template.office))


@rules.predicate
def keeps_it(user: Visitor, concern: Concern) -> bool:
    """Has it in their account."""
    return isinstance(user, User) and Keeping.objects.filter(tie=tie_of(user, concern)).exists()


rules.add_perm("concerns.use_inbox", has_a_desk)
rules.add_perm("concerns.view_concern", may_read)
rules.add_perm("concerns.work_on_concern", may_work)
rules.add_perm("concerns.follow_concern", keeps_it)
rules.add_perm("concerns.assign_concern", leads_its_office)
rules.add_perm("concerns.change_template", leads_office_of_template)
rules.add_perm("concerns.view_figures", is_leadership)
