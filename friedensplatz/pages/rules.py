# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may see and change which page. Live pages are for everybody."""

import rules

from friedensplatz.accounts.queries import Visitor
from friedensplatz.accounts.rules import edits_somewhere, is_administrator
from friedensplatz.directory.rules import edits_office
from friedensplatz.pages.models import Page


@rules.predicate
def is_live(user: Visitor, page: Page) -> bool:
    return page.live_id is not None


@rules.predicate
def edits_page(user: Visitor, page: Page) -> bool:
    """Is an editor of the page's office or of one above it in the tree."""
    return bool(edits_office(user, page.office))


rules.add_perm("pages.use_desk", is_administrator | edits_somewhere)
rules.add_perm("pages.view_page", is_live | is_administrator | edits_page)
rules.add_perm("pages.change_page", is_administrator | edits_page)
