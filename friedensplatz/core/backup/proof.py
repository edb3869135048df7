# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from pathlib import Path

from friedensplatz.core.backup import postgres, sqlite
from friedensplatz.core.backup.archive import Manifest, unpack


def open_copy(manifest: Manifest, file: Path, folder: Path) -> Path:
    """Unpack the database of a backup and look whether it is whole. Raises Damaged when it is not."""
    name = sqlite.NAME if sqlite.NAME in manifest["files"] else postgres.NAME
    unpack(file, folder, only=name)
    copy = folder / name
    if name == postgres.NAME:
        postgres.read_through(copy)
    elif sqlite.rows_in(copy) != manifest["rows"]:
        raise sqlite.Damaged("it has other rows than its manifest says")
    return copy
