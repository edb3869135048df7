# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from friedensplatz.core.loading import Problem
from friedensplatz.directory.models import Import
from friedensplatz.directory.parts.differences import differences
from friedensplatz.directory.transfer.checking import check
from friedensplatz.directory.transfer.writing import confirm, give_up, take_files, write


class Command(BaseCommand):
    help = "Take tables into the directory: every change is shown, and nothing is written if a single line is wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["directory"])
        parser.add_argument("files", type=Path, nargs="+", help="CSV files called like their tables, or a JSON file")
        parser.add_argument("--dry-run", action="store_true", help="only show what would change")
        parser.add_argument("--mark", help="write only if the changes are those a dry run has shown under this mark")

    def handle(self, *args: Any, files: list[Path], dry_run: bool, mark: str | None, **options: Any) -> None:
        with ExitStack() as opened:
            one = take_files([(path.name, opened.enter_context(path.open("rb"))) for path in files], by=None)
        try:
            self._check(one)
            self.stdout.write(f"{one.changes.count()} changes in {one.rows} rows, mark {one.mark}")
            if dry_run:
                return
            if mark not in {None, one.mark} or not confirm(one, one.mark):
                raise CommandError("These are other changes than those you have seen; nothing was written.")
            write(one)
            if one.state != Import.State.DONE:
                raise CommandError("Something has changed in between; nothing was written.")
            self.stdout.write("Written.")
        finally:
            if one.state != Import.State.DONE:
                give_up(one)

    def _check(self, one: Import) -> None:
        check(one)
        for note in one.notes:
            self.stderr.write(note)
        for problem in one.problems:
            self.stderr.write(str(Problem(**problem)))
        if one.problems:
            raise CommandError(f"{len(one.problems)} problems; nothing was written.")
        for change in one.changes.order_by("pk").iterator():
            self.stdout.write(f"{change.table} {change.key}{' (new)' if change.is_new else ''}")
            for found in differences(change.before, change.after):
                name = f"{found.name}.{found.language}" if found.language else found.name
                self.stdout.write(f"  {name}: {found.before!r} → {found.after!r}")
