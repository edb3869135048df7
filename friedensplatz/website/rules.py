# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what on the website's own account."""

import rules

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import Visitor
from friedensplatz.accounts.rules import edits_somewhere, is_administrator, is_leadership
from friedensplatz.core.caching import remembered
from friedensplatz.website.models import Statement


@rules.predicate
def answers_for_accessibility(user: Visitor) -> bool:
    """Is named in the accessibility statement as the one who keeps it true."""
    return isinstance(user, User) and user.pk in remembered("answers-for-accessibility", _responsible)


def _responsible() -> set[int | None]:
    return set(Statement.objects.values_list("responsible", flat=True))


rules.add_perm("website.use_feedback", is_administrator | edits_somewhere)
rules.add_perm("website.view_statistics", is_administrator | is_leadership | edits_somewhere)
rules.add_perm("website.keep_statement", is_administrator | is_leadership | answers_for_accessibility)
