# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import rules

from friedensplatz.accounts.rules import is_administrator

rules.add_perm("notices.run_outbox", is_administrator)
