# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The router in force: the newest row, unpacked once per process and row."""

from functools import lru_cache

from friedensplatz.directory.models import RouterModel
from friedensplatz.directory.routing.router import Router
from friedensplatz.directory.routing.storage import from_bytes


def current_router() -> Router | None:
    """The newest trained router; None before the first training. Costs one small query."""
    newest = RouterModel.objects.order_by("-pk").values_list("pk", flat=True).first()
    return _unpacked(newest) if newest else None


@lru_cache(maxsize=1)
def _unpacked(pk: int) -> Router:
    return from_bytes(bytes(RouterModel.objects.get(pk=pk).data))
