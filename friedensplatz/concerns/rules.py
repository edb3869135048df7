# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a concern. Administrators and leadership run the house; they do not read what people wrote."""

import rules
from django.conf import settings

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import CASE_ROLES, Visitor, team_ids
from friedensplatz.accounts.rules import counsels, edits_somewhere, is_administrator, is_leadership, leads, works_in
from friedensplatz.concerns.keeping import tie_of
from friedensplatz.concerns.models import (
    Admission,
    Concern,
    Disclosure,
    Incoming,
    Keeping,
    Protection,
    Referral,
    Template,
)
from friedensplatz.concerns.queries import offices_of


@rules.predicate
def has_a_desk(user: Visitor) -> bool:
    return bool(team_ids(user, *CASE_ROLES))


@rules.predicate
def leads_somewhere(user: Visitor) -> bool:
    return bool(team_ids(user, Role.LEAD))


@rules.predicate
def may_read(user: Visitor, concern: Concern) -> bool:
    """Works in its office and is trusted as its protection asks, or was let in. `concerns_visible_to` says the same."""
    return bool(concern.key) and (_reads_as_office(user, concern) or _is_admitted(user, concern, *Admission.Right))


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
    rows = [row for row in concern.admissions.all() if row.right in wanted]
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
def is_sealed(user: Visitor, concern: Concern) -> bool:
    """Who stands behind it is closed even to those who read it; of an anonymous one the other side may be named."""
    return concern.protection == Protection.SEALED and bool(concern.parties.all())


@rules.predicate
def is_second_person(user: Visitor, disclosure: Disclosure) -> bool:
    """Another counsellor, or the lead, of the office that answers: never the one who asks."""
    if not isinstance(user, User) or user.pk == disclosure.asked_by_id:
        return False
    return bool(counsels(user, disclosure.concern.office)) or bool(leads(user, disclosure.concern.office))


@rules.predicate
def leads_office_of_template(user: Visitor, template: Template) -> bool:
    return template.office is not None and bool(leads(user, template.office))


@rules.predicate
def keeps_it(user: Visitor, concern: Concern) -> bool:
    """Has it in their account."""
    return isinstance(user, User) and Keeping.objects.filter(tie=tie_of(user, concern)).exists()


@rules.predicate
def sorts_mail(user: Visitor) -> bool:
    """Works in an office the city names for its post; where it names none, is trusted with what is confidential."""
    if settings.MAIL_OFFICES:
        return any(office.slug in settings.MAIL_OFFICES for office in offices_of(user))
    return bool(team_ids(user, Role.COUNSELLOR))


@rules.predicate
def may_see_mail(user: Visitor, mail: Incoming) -> bool:
    """Reads the concern it joined, or sorts mail as long as it has joined none."""
    return bool(may_read(user, mail.concern) if mail.concern else sorts_mail(user))


@rules.predicate
def answers_for(user: Visitor, concern: Concern) -> bool:
    """Reads it as one of the office that answers, not because of having been let in."""
    return _reads_as_office(user, concern)


@rules.predicate
def was_asked(user: Visitor, referral: Referral) -> bool:
    """Works in the office that was asked, and may read the concern."""
    return bool(works_in(user, referral.office)) and bool(may_read(user, referral.concern))


rules.add_perm("concerns.use_inbox", has_a_desk)
rules.add_perm("concerns.view_concern", may_read)
rules.add_perm("concerns.work_on_concern", may_work)
rules.add_perm("concerns.follow_concern", keeps_it)
rules.add_perm("concerns.ask_disclosure", may_read & is_sealed)
rules.add_perm("concerns.decide_disclosure", is_second_person)
rules.add_perm("concerns.assign_concern", leads_its_office)
rules.add_perm("concerns.let_others_in", answers_for)
rules.add_perm("concerns.give_statement", was_asked)
rules.add_perm("concerns.change_template", leads_office_of_template)
rules.add_perm("concerns.hold_concern", leads_its_office)
rules.add_perm("concerns.answer_for_archive", leads_somewhere)
rules.add_perm("concerns.view_records", is_administrator)
rules.add_perm("concerns.change_rules", is_administrator)
rules.add_perm("concerns.change_pointers", is_administrator | leads_somewhere | edits_somewhere)
rules.add_perm("concerns.publish_report", is_leadership)
rules.add_perm("concerns.view_figures", is_leadership)
rules.add_perm("concerns.sort_mail", sorts_mail)
rules.add_perm("concerns.view_mail", may_see_mail)
rules.add_perm("concerns.view_routing", is_leadership | leads_somewhere)
rules.add_perm("concerns.choose_routing", is_leadership)
