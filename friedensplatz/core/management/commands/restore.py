# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Puts a backup in the place of what is here, after proving it. What was here is kept aside."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connections
from django.utils import timezone

from friedensplatz.core.backup import postgres, sqlite
from friedensplatz.core.backup.archive import Manifest, read_manifest, unpack
from friedensplatz.core.backup.placing import replace_files
from friedensplatz.core.backup.proof import open_copy
from friedensplatz.core.health import SILENCE
from friedensplatz.core.models import Worker


class Command(BaseCommand):
    help = "Put a backup in the place of what is here. The house has to be stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--force", action="store_true", help="although there is something here already")

    def handle(self, *args: object, file: Path, force: bool, **options: Any) -> None:
        settings.DATA.mkdir(parents=True, exist_ok=True)
        self._check_place(force)
        with tempfile.TemporaryDirectory(dir=settings.DATA, prefix=".restore-") as name:
            folder = Path(name)
            manifest, copy = self._proved(file, folder)
            connections.close_all()
            if copy.name == postgres.NAME:
                postgres.load(copy)
            else:
                unpack(file, folder)
                aside = settings.DATA / f"before-restore-{dt.datetime.now():%Y%m%d-%H%M%S}"
                if replace_files(folder, database=_database_file(), media=Path(settings.MEDIA_ROOT), aside=aside):
                    self.stdout.write(f"What was here before lies in {aside}.")
        self.stdout.write(f"Restored as of {manifest['made_at']}. Start with: bin/friedensplatz run")

    def _check_place(self, force: bool) -> None:
        if not settings.DATABASE_URL and not _database_file().exists():
            return
        try:
            alive = Worker.objects.filter(seen_at__gt=timezone.now() - SILENCE).exists()
            empty = False
        except DatabaseError:
            alive, empty = False, True
        if alive:
            raise CommandError("Friedensplatz is running here. Stop it first (or wait a minute after a crash).")
        if not empty and not force:
            raise CommandError("There is a Friedensplatz here already. --force puts the backup in its place.")

    def _proved(self, file: Path, folder: Path) -> tuple[Manifest, Path]:
        """The manifest and the unpacked database of a backup that is whole and fits this installation."""
        try:
            manifest = read_manifest(file)
            copy = open_copy(manifest, file, folder)
        except sqlite.Damaged as error:
            raise CommandError(f"The backup is not good: {error}") from error
        if (copy.name == postgres.NAME) != bool(settings.DATABASE_URL):
            raise CommandError("The backup was made on another kind of database than DATABASE_URL names.")
        return manifest, copy


def _database_file() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])
