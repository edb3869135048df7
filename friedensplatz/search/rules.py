# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import rules

from friedensplatz.accounts.models import Role
from friedensplatz.accounts.queries import Visitor, team_ids
from friedensplatz.accounts.rules import is_administrator


@rules.predicate
def edits_texts(user: Visitor) -> bool:
    """Is an editor, of whichever office: the search's words belong to all."""
    return bool(team_ids(user, Role.EDITOR))


rules.add_perm("search.change_words", edits_texts | is_administrator)
