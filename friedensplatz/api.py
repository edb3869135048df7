# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The house's own API: one router per component."""

from ninja import NinjaAPI

from friedensplatz import __version__
from friedensplatz.directory.api import router as directory
from friedensplatz.pages.api import router as pages
from friedensplatz.website.api import router as website

api = NinjaAPI(title="Friedensplatz", version=__version__, docs_url=None, urls_namespace="api")
api.add_router("", website)
api.add_router("", directory)
api.add_router("", pages)
