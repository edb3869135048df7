# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What this machine has, and which files belong to the project."""

import functools
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "friedensplatz"
UNTRACKED = {".git", ".venv", "var", "__pycache__", "node_modules", ".mypy_cache", ".ruff_cache"}


def chromium():
    """Path of the browser the journeys drive, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def postgres_programs():
    """Folder of PostgreSQL's server programs, the newest version, or None."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(folders, key=lambda folder: int(folder.parent.name), default=None)


@functools.cache
def project_files():
    """Every file that belongs to the project: what git tracks or would, else what lies in a release's folder."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0:
        paths = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not UNTRACKED & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in paths if path.is_file())


def files_named(*suffixes, under=ROOT):
    """Project files with one of the suffixes, below a folder."""
    return [path for path in project_files() if path.suffix in suffixes and path.is_relative_to(under)]


def short(path):
    return path.relative_to(ROOT).as_posix()
