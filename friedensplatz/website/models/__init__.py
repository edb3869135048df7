# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from friedensplatz.website.models.counts import PageView, Pair
from friedensplatz.website.models.feedback import Feedback
from friedensplatz.website.models.statement import Barrier, Statement

__all__ = ["Barrier", "Feedback", "PageView", "Pair", "Statement"]
