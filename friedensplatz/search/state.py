# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The one row that says what the index is like."""

import time

from friedensplatz.search.analysis.analyser import VERSION
from friedensplatz.search.models import IndexState

# Compound parts are learnt from all documents, so an index that has grown by half learns again.
GROWN, SMALL = 1.5, 20


def current_state() -> IndexState:
    """The state of the index; a new, empty one where there is none."""
    state, _ = IndexState.objects.get_or_create(pk=1, defaults={"stamp": new_stamp(), "analysis": VERSION})
    return state


def new_stamp() -> int:
    """A stamp that no other state of the word lists had, in this or another database."""
    return time.time_ns()


def is_outdated() -> bool:
    """Whether the index has to be made anew: never built, another analysis, other word lists, or much grown."""
    state = IndexState.objects.first()
    if state is None or state.built_at is None or state.analysis != VERSION or state.words_changed:
        return True
    return state.things > GROWN * max(state.things_when_built, SMALL)
