# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The file of a backup: a tar with the database, every medium, and a manifest that knows each one's SHA-256."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any

from friedensplatz.core.backup.sqlite import Damaged

MANIFEST = "manifest.json"
MEDIA = "media"
CHUNK = 1024 * 1024

Manifest = dict[str, Any]
Progress = Callable[[str], None]


class Hashing:
    """A file that notes the SHA-256 of everything read from it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


def write_archive(target: Path, database: Path, media: Path, about: Manifest, progress: Progress) -> Manifest:
    """Pack a backup. Nobody but its owner may read it, and it has its name only when it is whole."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    files: dict[str, str] = {}
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
            files[database.name] = _pack(tar, database, database.name)
            for number, path in enumerate(_files_below(media), start=1):
                name = f"{MEDIA}/{path.relative_to(media).as_posix()}"
                if digest := _pack(tar, path, name):
                    files[name] = digest
                if number % 1000 == 0:
                    progress(f"{number} files")
            manifest = {**about, "files": files}
            _pack_text(tar, MANIFEST, json.dumps(manifest, indent=1))
        out.flush()
        os.fsync(out.fileno())
    unfinished.replace(target)
    return manifest


def read_manifest(archive: Path) -> Manifest:
    """Check every file of a backup against its manifest. Raises Damaged when one is missing, changed or too many."""
    found: dict[str, str] = {}
    manifest: Manifest | None = None
    try:
        with tarfile.open(archive) as tar:
            for name, file in _members(tar):
                if name == MANIFEST:
                    manifest = json.load(file)
                else:
                    found[name] = _drained(file)
    except (tarfile.TarError, OSError, ValueError) as error:
        raise Damaged(f"it cannot be read ({type(error).__name__})") from error
    if manifest is None or not isinstance(manifest.get("files"), dict):
        raise Damaged("it has no manifest, so it was never finished")
    for name in sorted(found.keys() ^ manifest["files"].keys()):
        raise Damaged(f"{name} is {'not in the manifest' if name in found else 'missing'}")
    for name, digest in found.items():
        if manifest["files"][name] != digest:
            raise Damaged(f"{name} has changed since the backup")
    return manifest


def unpack(archive: Path, folder: Path, *, only: str = "") -> None:
    """Write the files of a backup, or one of them, below a folder; each is on the disk when this returns."""
    with tarfile.open(archive) as tar:
        for name, file in _members(tar):
            if name == MANIFEST or (only and name != only):
                continue
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as out:
                while data := file.read(CHUNK):
                    out.write(data)
                out.flush()
                os.fsync(out.fileno())


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    """The plain files of a tar. Raises Damaged at a link or at a name that leads out of the folder."""
    for member in tar:
        path = PurePosixPath(member.name)
        file = tar.extractfile(member) if member.isreg() else None
        if file is None or path.is_absolute() or ".." in path.parts:
            raise Damaged(f"{member.name!r} does not belong into a backup")
        yield member.name, file


def _files_below(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def _pack(tar: tarfile.TarFile, path: Path, name: str) -> str:
    """Add a file; return its SHA-256, or "" when it was deleted meanwhile."""
    try:
        source = path.open("rb")
    except FileNotFoundError:
        return ""
    with source:
        member = tar.gettarinfo(arcname=name, fileobj=source)
        hashing = Hashing(source)
        tar.addfile(member, hashing)
    return hashing.digest.hexdigest()


def _pack_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    member = tarfile.TarInfo(name)
    member.size = len(data)
    tar.addfile(member, io.BytesIO(data))


def _drained(file: IO[bytes]) -> str:
    hashing = Hashing(file)
    while hashing.read(CHUNK):
        pass
    return hashing.digest.hexdigest()
