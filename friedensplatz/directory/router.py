# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The router in force: the newest row, unpacked once per process and row, with the homes of the duties it knows."""

import logging
from dataclasses import dataclass
from functools import lru_cache

from friedensplatz.core.caching import held
from friedensplatz.directory.models import Duty, RouterModel
from friedensplatz.directory.routing.router import Router
from friedensplatz.directory.routing.storage import from_bytes

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Home:
    """Whose duty it is: an office's, an organisation's, or nobody's."""

    duty_id: int
    office_id: int | None
    organisation_id: int | None


@dataclass(frozen=True)
class Guide:
    """A router and, for each label it knows, whose duty that is. A duty that moves is learnt again, with its home."""

    router: Router
    homes: dict[str, Home]


def current_guide() -> Guide | None:
    """The newest trained router; None before the first training. Another process sees a new one within a second."""
    return held("guide", _newest)


def _newest() -> Guide | None:
    newest = RouterModel.objects.order_by("-pk").values_list("pk", "fingerprint").first()
    return _unpacked(*newest) if newest else None


@lru_cache(maxsize=1)
def _unpacked(pk: int, fingerprint: str) -> Guide | None:
    try:
        router = from_bytes(bytes(RouterModel.objects.get(pk=pk).data))
    except (KeyError, ValueError):
        log.warning("The router of row %s is from another version; it is learnt again.", pk)
        return None
    duties = Duty.objects.values_list("slug", "pk", "office_id", "organisation_id")
    return Guide(router, {slug: Home(*ids) for slug, *ids in duties})
