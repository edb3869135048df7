# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may change what in the directory. All of it may be read by everybody."""

import rules

from friedensplatz.accounts.models import Role
from friedensplatz.accounts.queries import Visitor, team_ids
from friedensplatz.accounts.rules import edits_somewhere, is_administrator
from friedensplatz.directory.models import Duty, Office, Organisation
from friedensplatz.directory.queries import keys_of_offices_edited_in


@rules.predicate
def edits_office(user: Visitor, office: Office) -> bool:
    """Is an editor of the office or of one above it in the tree."""
    return office.pk in keys_of_offices_edited_in(team_ids(user, Role.EDITOR))


@rules.predicate
def edits_duty(user: Visitor, duty: Duty) -> bool:
    return duty.office is not None and edits_office(user, duty.office)


@rules.predicate
def edits_organisation(user: Visitor, organisation: Organisation) -> bool:
    """Is an editor of the office that keeps it true; where none does, of any office."""
    keeper = organisation.kept_by
    return bool(edits_office(user, keeper) if keeper else edits_somewhere(user))


rules.add_perm("directory.use_desk", is_administrator | edits_somewhere)
rules.add_perm("directory.change_office", is_administrator | edits_office)
rules.add_perm("directory.change_duty", is_administrator | edits_duty)
rules.add_perm("directory.change_organisation", is_administrator | edits_organisation)
rules.add_perm("directory.change_topic", is_administrator | edits_somewhere)
rules.add_perm("directory.change_audience", is_administrator | edits_somewhere)
rules.add_perm("directory.change_district", is_administrator | edits_somewhere)
rules.add_perm("directory.change_focusarea", is_administrator | edits_somewhere)
rules.add_perm("directory.change_person", is_administrator | edits_somewhere)
rules.add_perm("directory.change_source", is_administrator | edits_somewhere)
rules.add_perm("directory.change_city", is_administrator)
rules.add_perm("directory.import_tables", is_administrator)
