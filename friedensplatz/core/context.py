# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from friedensplatz.core.addresses import in_language, languages_at
from friedensplatz.core.languages import current_language, direction_of


def page(request: HttpRequest) -> dict[str, Any]:
    """Language, direction and the same page in the other languages."""
    language = current_language()
    here = request.get_full_path()
    others = [
        {"code": code, "name": name, "url": in_language(here, code), "current": code == language}
        for code, name in languages_at(here)
    ]
    return {"language": language, "direction": direction_of(language), "page_languages": others, "DEMO": settings.DEMO}
