# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The house's own settings; one page is added that does nothing, to compare with, and a throw-away database."""

from friedensplatz.settings import *  # noqa: F403
from friedensplatz.settings import DATA, DATABASE_URL, DATABASES, MIDDLEWARE

MIDDLEWARE = ["benchmarks.bare.bare_view", *MIDDLEWARE]
DATABASES["default"]["TEST"] = {"NAME": "friedensplatz_bench" if DATABASE_URL else DATA / "bench.sqlite3"}
