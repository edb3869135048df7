# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from friedensplatz.directory.actions import train_router
from friedensplatz.directory.loading.checking import check_city
from friedensplatz.directory.loading.logins import write_logins
from friedensplatz.directory.loading.reading import CityFiles, read_city
from friedensplatz.directory.loading.writing import write_city
from friedensplatz.search.actions import load_words, rebuild_index


class Command(BaseCommand):
    help = "Load a city from a folder of YAML files (the demo city, or your own). Everything is checked first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.ROOT / "demo", help="the city's folder"
        )
        parser.add_argument("--check", action="store_true", help="only check, write nothing")
        parser.add_argument(
            "--no-learning", action="store_false", dest="learning", help="leave router and search index to the worker"
        )

    def handle(self, *args: Any, folder: Path, check: bool, learning: bool, **options: Any) -> None:
        files = self._checked(folder)
        if check:
            self.stdout.write("No problems found.")
            return
        counts = write_city(files, progress=lambda step: self.stdout.write(f"  {step} …"))
        for name, count in sorted(counts.items()):
            self.stdout.write(f"  {count:>6} {name}")
        load_words(files.words.parts, files.words.fillers, files.words.synonyms)
        if learning:
            self._learn()
        for login in write_logins(files.logins):
            self.stdout.write(f"  {login}")

    def _learn(self) -> None:
        router = train_router()
        if router:
            self.stdout.write(f"  the router has learnt {router.figures['examples']} examples")
        self.stdout.write(f"  {rebuild_index()} things can be found")

    def _checked(self, folder: Path) -> CityFiles:
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        files = read_city(folder)
        problems = [*files.problems, *check_city(files)]
        for problem in problems:
            self.stderr.write(str(problem))
        if problems:
            raise CommandError(f"{len(problems)} problems; nothing was written.")
        return files
