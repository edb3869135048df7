# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from friedensplatz.directory.transfer.csvs import write_csv
from friedensplatz.directory.transfer.jsons import write_json
from friedensplatz.directory.transfer.tables import TABLES


class Command(BaseCommand):
    help = "Write the directory as tables: a CSV file each into a folder, or everything into one JSON file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["directory"])
        parser.add_argument("target", type=Path, help="a folder, or a file whose name ends in .json")

    def handle(self, *args: Any, target: Path, **options: Any) -> None:
        if target.suffix == ".json":
            self._write(target, write_json(TABLES.values()))
            return
        target.mkdir(parents=True, exist_ok=True)
        for table in TABLES.values():
            self._write(target / f"{table.name}.csv", write_csv(table))

    def _write(self, path: Path, lines: Iterable[str]) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        self.stdout.write(f"  {path}")
