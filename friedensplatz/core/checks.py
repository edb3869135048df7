# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `friedensplatz check` says about an installation. docs/operating.md explains each id."""

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
OLDEST_SQLITE = (3, 37)
ROLES = {"administrator", "leadership", "lead", "counsellor", "case_worker", "editor"}


def _is_public() -> bool:
    return urlsplit(settings.PUBLIC_URL).hostname not in LOOPBACK


def check_installation(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    return [*_public_server(), *_secrets(), *_data_folder(), *_shared_cache(), *_database(), *_roles()]


def _public_server() -> Iterator[CheckMessage]:
    if not _is_public():
        return
    if settings.DEBUG:
        yield Error(
            "FRIEDENSPLATZ_DEBUG is on although FRIEDENSPLATZ_URL is public. Its error pages show secrets.",
            hint="Remove FRIEDENSPLATZ_DEBUG.",
            id="friedensplatz.E001",
        )
    if not settings.EMAIL_HOST and not settings.DEMO:
        yield Error(
            "No mail server is set, so nobody would get an answer by mail.",
            hint="Set EMAIL_HOST, EMAIL_HOST_USER and EMAIL_HOST_PASSWORD_FILE.",
            id="friedensplatz.E002",
        )
    if urlsplit(settings.PUBLIC_URL).hostname not in settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS:
        yield Error(
            "The host of FRIEDENSPLATZ_URL is not among FRIEDENSPLATZ_HOSTS, so every page would be refused.",
            hint="Add it to FRIEDENSPLATZ_HOSTS.",
            id="friedensplatz.E003",
        )
    if settings.DEMO:
        yield Warning(
            "The demo runs at a public address. Its logins are known to everybody.",
            hint="Do not let real people write to it.",
            id="friedensplatz.W001",
        )


def _secrets() -> Iterator[CheckMessage]:
    folder = Path(settings.DATA) / "secrets"
    for file in sorted(folder.glob("*")):
        if stat.S_IMODE(file.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
            yield Error(
                f"Others on this machine can read the secret {file.name}.",
                hint=f"chmod 600 {file}",
                id="friedensplatz.E004",
            )


def _data_folder() -> Iterator[CheckMessage]:
    folder = next(path for path in (settings.DATA, *settings.DATA.parents) if path.exists())
    if not os.access(folder, os.W_OK | os.X_OK):
        yield Error(
            f"The data folder {settings.DATA} cannot be written.",
            hint="Give it to the user Friedensplatz runs as, or choose another with FRIEDENSPLATZ_DATA.",
            id="friedensplatz.E005",
        )


def _shared_cache() -> Iterator[CheckMessage]:
    if settings.CACHE_IS_SHARED and find_spec("redis") is None:
        yield Error(
            "FRIEDENSPLATZ_CACHE_URL is set, but the package for it is not installed.",
            hint="Run: bin/bootstrap redis",
            id="friedensplatz.E008",
        )


def _database() -> Iterator[CheckMessage]:
    if settings.DATABASE_URL:
        if settings.WEB_PROCESSES > 1 and not settings.CACHE_IS_SHARED:
            yield Warning(
                "Web processes on several machines would count sign-in tries each for themselves.",
                hint="Set FRIEDENSPLATZ_CACHE_URL to a Valkey or Redis that all of them share.",
                id="friedensplatz.W002",
            )
    elif sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield Error(
            f"SQLite {sqlite3.sqlite_version} is too old; 3.37 is the least.",
            hint="Use Debian 12 or newer, or PostgreSQL.",
            id="friedensplatz.E006",
        )


def _roles() -> Iterator[CheckMessage]:
    if unknown := set(settings.SECOND_FACTOR_ROLES) - ROLES:
        yield Error(
            f"FRIEDENSPLATZ_SECOND_FACTOR_ROLES names roles that do not exist: {', '.join(sorted(unknown))}.",
            hint=f"Roles are: {', '.join(sorted(ROLES))}.",
            id="friedensplatz.E007",
        )
