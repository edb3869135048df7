# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with the library. What of it is shown on public pages may be seen by everybody."""

import rules

from friedensplatz.accounts.queries import Visitor
from friedensplatz.accounts.rules import edits, edits_somewhere, is_administrator
from friedensplatz.assets.models import Asset


@rules.predicate
def is_nobodys(user: Visitor, asset: Asset) -> bool:
    return asset.team_id is None


rules.add_perm("assets.use_library", is_administrator | edits_somewhere)
rules.add_perm("assets.change_asset", is_administrator | edits | (is_nobodys & edits_somewhere))
