# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The house's own API: one router per component."""

from ninja import NinjaAPI

from friedensplatz import __version__
from friedensplatz.core.caching import for_programs
from friedensplatz.directory.api.doors import router as doors
from friedensplatz.directory.api.matters import router as matters
from friedensplatz.pages.api import router as pages
from friedensplatz.website.api import router as website

api = NinjaAPI(title="Friedensplatz", version=__version__, docs_url=None, urls_namespace="api")
api.add_decorator(for_programs, mode="view")
api.add_router("", website)
api.add_router("", doors)
api.add_router("", matters)
api.add_router("", pages)
