# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Settings from the environment: plain values, or secrets from a file named by `X_FILE`."""

import os
import secrets
from pathlib import Path


def text(name: str, default: str = "") -> str:
    """The value of a variable, or the content of the file its `_FILE` twin names."""
    if file := os.environ.get(f"{name}_FILE"):
        return Path(file).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def number(name: str, default: int) -> int:
    return int(text(name) or default)


def flag(name: str, default: bool) -> bool:
    value = text(name).lower()
    return default if not value else value in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A comma list without empty parts."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def kept_secret(name: str, file: Path, *, length: int = 48) -> str:
    """A secret from the environment, or one made once and kept in the data folder, readable by its owner only.

    `length` is in random bytes; four letters stand for three of them.
    """
    if value := text(name):
        return value
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(secrets.token_urlsafe(length))
    return file.read_text(encoding="utf-8").strip()
