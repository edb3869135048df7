# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Putting an unpacked backup in the place of what is here."""

from pathlib import Path

from friedensplatz.core.backup import sqlite
from friedensplatz.core.backup.archive import MEDIA


def replace_files(folder: Path, *, database: Path, media: Path, aside: Path) -> bool:
    """Move database and media aside and those of an unpacked backup into their places; False when nothing was here."""
    old = [path for path in (database, *database.parent.glob(f"{database.name}-*"), media) if path.exists()]
    for path in old:
        aside.mkdir(exist_ok=True)
        path.replace(aside / path.name)
    if (folder / MEDIA).exists():
        (folder / MEDIA).replace(media)
    sqlite.load(folder / sqlite.NAME, database)
    return bool(old)
