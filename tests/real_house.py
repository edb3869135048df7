# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A house of its own on the disk, run by its commands, for what only shows with real processes and files."""

import atexit
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

import psycopg


@cache
def migrated_folder():
    """A data folder with an empty, migrated database, made once."""
    folder = tempfile.mkdtemp(prefix="friedensplatz-migrated-")
    atexit.register(shutil.rmtree, folder)
    assert RealHouse(folder).run("migrate", "-v0") == (0, "")
    return folder


@cache
def collected_statics():
    """A folder with the static files as a server wants them, made once."""
    assert RealHouse(migrated_folder()).run("collectstatic", "--noinput", "-v0", "--skip-checks") == (0, "")
    return Path(migrated_folder()) / "static"


def migrated_house(folder, **environment):
    shutil.copytree(migrated_folder(), folder, dirs_exist_ok=True)
    return RealHouse(folder, **environment)


class RealHouse:
    """Commands of the house on a data folder of their own, with SQLite unless a DATABASE_URL is given."""

    def __init__(self, folder, **environment):
        self.folder = Path(folder)
        self.environment = os.environ | {
            "FRIEDENSPLATZ_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "friedensplatz.settings",
            "DATABASE_URL": "",
            "FRIEDENSPLATZ_DEMO": "0",
            **environment,
        }

    def start(self, *words, **environment):
        command = [sys.executable, "-W", "ignore", "-m", "friedensplatz", *words]
        output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.Popen(command, env=self.environment | environment, text=True, **output)

    def run(self, *words, **environment):
        """Exit code and output of a command that has to end within four minutes, also on a busy machine."""
        process = self.start(*words, **environment)
        output, _ = process.communicate(timeout=240)
        return process.returncode, output

    def python(self, code):
        assert self.run("shell", "-v0", "-c", code) == (0, "")

    def rows(self, sql):
        if url := self.environment["DATABASE_URL"]:
            with psycopg.connect(url) as connection:
                return connection.execute(sql).fetchall()
        with closing(sqlite3.connect(self.folder / "friedensplatz.sqlite3", timeout=20)) as database, database:
            return database.execute(sql).fetchall()
