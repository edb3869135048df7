# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Makes a consistent copy of database and media while the house is serving, and proves it."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management.base import BaseCommand, CommandError, CommandParser

from friedensplatz import __version__
from friedensplatz.core.backup import postgres, sqlite
from friedensplatz.core.backup.archive import read_manifest, write_archive
from friedensplatz.core.backup.proof import open_copy


class Command(BaseCommand):
    help = "Copy database and media into one file while serving, then open the copy and prove it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file to write, e.g. friedensplatz-2026-05-12.tar")

    def handle(self, *args: object, file: Path, **options: Any) -> None:
        if file.exists():
            raise CommandError(f"{file} exists already.")
        with tempfile.TemporaryDirectory(dir=file.resolve().parent, prefix=".friedensplatz-") as folder:
            database, rows = self._dumped(Path(folder))
            about = {
                "version": __version__,
                "made_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
                "rows": rows,
            }
            manifest = write_archive(file, database, self._media(), about, self.stdout.write)
            database.unlink()
            self._prove(file, Path(folder))
        self.stdout.write(f"{file}: {sum(rows.values())} rows, {len(manifest['files']) - 1} files, proved.")
        self.stdout.write(f"Not in it: the secrets in {settings.DATA / 'secrets'}. Keep a copy of them elsewhere.")

    def _dumped(self, folder: Path) -> tuple[Path, dict[str, int]]:
        """The copy of the database and how many rows each table has."""
        self.stdout.write("Copying the database …")
        if not settings.DATABASE_URL:
            copy = folder / sqlite.NAME
            return copy, sqlite.dump(settings.DATABASES["default"]["NAME"], copy)
        copy = folder / postgres.NAME
        try:
            return copy, postgres.dump(copy)
        except postgres.ClientMissing as error:
            raise CommandError(f"{error} is missing. On Debian: apt-get install postgresql-client") from error

    def _media(self) -> Path:
        if not isinstance(default_storage, FileSystemStorage):
            self.stderr.write("The media are kept in another storage; back them up there.")
            return Path("/nowhere")
        return Path(settings.MEDIA_ROOT)

    def _prove(self, file: Path, folder: Path) -> None:
        """Read the whole file back, and open the database that came out of it."""
        self.stdout.write("Proving the copy …")
        try:
            open_copy(read_manifest(file), file, folder)
        except sqlite.Damaged as error:
            raise CommandError(f"The copy is not good: {error}") from error
