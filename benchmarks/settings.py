# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The house's own settings; one page is added that does nothing, to compare with."""

from friedensplatz.settings import *  # noqa: F403
from friedensplatz.settings import MIDDLEWARE

MIDDLEWARE = ["benchmarks.bare.bare_view", *MIDDLEWARE]
