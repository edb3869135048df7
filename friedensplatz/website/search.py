# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What many people looked at before or after a thing counts when related things are chosen for it."""

from friedensplatz.search.plug import gives_points
from friedensplatz.website.statistics.reading import also_looked_at

# What is looked at together most often is worth nearly a topic that only two things have.
MOST = 4_000


@gives_points
def looked_at_together(thing_key: str) -> dict[str, int]:
    """Points in proportion to how often people go from one thing to the other."""
    counted = also_looked_at(thing_key)
    most = max(counted.values(), default=1)
    return {key: MOST * count // most for key, count in counted.items()}
