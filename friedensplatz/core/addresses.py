# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses as the world outside knows them, and identifiers that rest on them."""

import uuid

from django.conf import settings


def absolute(path: str) -> str:
    """The full address of a path, under the name the city's people type (setting FRIEDENSPLATZ_URL)."""
    return f"{settings.PUBLIC_URL}{path}"


def in_language(path: str, language: str) -> str:
    """The same path in another language; one that bears no language stays as it is."""
    first, _, rest = path.removeprefix("/").partition("/")
    return f"/{language}/{rest}" if first in dict(settings.LANGUAGES) else path


def languages_at(path: str) -> list[tuple[str, str]]:
    """Codes and names of the languages a page is told in: fewer at the desk."""
    at_desk = path.split("/")[2:3] == ["desk"]
    return [(code, name) for code, name in settings.LANGUAGES if not at_desk or code in settings.DESK_LANGUAGES]


def alternates(path: str) -> list[tuple[str, str]]:
    """The full address of a page in each language, and at last as `x-default` in the city's first one."""
    pages = [(code, absolute(in_language(path, code))) for code, _ in settings.LANGUAGES]
    return [*pages, ("x-default", absolute(in_language(path, settings.LANGUAGE_CODE)))]


def stable_uuid(*names: str) -> str:
    """The UUID of a thing of this city: the same for the same names as long as the city keeps its address."""
    return str(uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, settings.PUBLIC_URL), "/".join(names)))
