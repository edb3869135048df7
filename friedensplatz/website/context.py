# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the frame of every page shows: whose house this is, and its menus."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from friedensplatz.core.caching import remembered
from friedensplatz.directory.queries import the_city
from friedensplatz.website import menu

TELLING = frozenset({"slug", "path"})
"""Parts of an address that may be passed on; all others (tokens, references) could open something."""


def frame(request: HttpRequest) -> dict[str, Any]:
    """The city and the menus, each made when a template asks for it; `here` is the address of the page."""
    match = request.resolver_match
    return {
        "about_a_thing": bool(match and match.kwargs) and getattr(request, "is_public_page", False),
        "here": request.path if match and TELLING.issuperset(match.kwargs) else "",
        "public_url": settings.PUBLIC_URL,
        "city": SimpleLazyObject(partial(remembered, "city", the_city)),
        "menu": SimpleLazyObject(partial(menu.entries, menu.MAIN, request)),
        "footer_menu": SimpleLazyObject(partial(menu.entries, menu.FOOT, request)),
        "desk_menu": SimpleLazyObject(partial(menu.desk_entries, request)),
    }
