# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from friedensplatz.core.loading import Folder, Writer, writers_of
from friedensplatz.directory.actions import train_router
from friedensplatz.directory.loading.logins import write_logins
from friedensplatz.directory.shapes import LoginShape
from friedensplatz.search.actions import leave_to_rebuilding, rebuild_index


class Command(BaseCommand):
    help = "Load a city from a folder of YAML files (the demo city, or your own). Everything is checked first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.ROOT / "demo", help="the city's folder"
        )
        parser.add_argument("--check", action="store_true", help="only check, write nothing")
        parser.add_argument("--anew", action="store_true", help="write over what people have changed since, too")
        parser.add_argument(
            "--no-learning", action="store_false", dest="learning", help="leave router and search index to the worker"
        )

    def handle(self, *args: Any, folder: Path, check: bool, learning: bool, anew: bool = False, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        files = Folder(folder, anew=anew)
        writers = self._checked(files)
        if check:
            self.stdout.write("No problems found.")
            return
        with leave_to_rebuilding():
            self._write(writers)
        if learning:
            self._learn()
        for login in write_logins(files.read("logins.yaml", list[LoginShape]) or []):
            self.stdout.write(f"  {login}")

    def _checked(self, files: Folder) -> list[Writer]:
        writers = writers_of(files)
        for problem in files.problems:
            self.stderr.write(str(problem))
        if files.problems:
            raise CommandError(f"{len(files.problems)} problems; nothing was written.")
        return writers

    @transaction.atomic
    def _write(self, writers: list[Writer]) -> None:
        counts: Counter[str] = Counter()
        for write in writers:
            counts.update(write(lambda step: self.stdout.write(f"  {step} …")))
        for name, count in sorted(counts.items()):
            self.stdout.write(f"  {count:>6} {name}")

    def _learn(self) -> None:
        router = train_router()
        if router:
            self.stdout.write(f"  the router has learnt {router.figures['examples']} examples")
        self.stdout.write(f"  {rebuild_index()} things can be found")
