# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search's words belong to all offices."""

import rules

from friedensplatz.accounts.rules import edits_somewhere, is_administrator

rules.add_perm("search.change_words", edits_somewhere | is_administrator)
