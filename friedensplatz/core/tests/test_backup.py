# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Backups of a real house on the disk: made while rows are written, proved, restored, and refused when damaged."""

import io
import json
import sqlite3
import tarfile
import threading
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command

from friedensplatz.core.backup.archive import MANIFEST, read_manifest, unpack, write_archive
from friedensplatz.core.backup.placing import replace_files
from friedensplatz.core.backup.sqlite import Damaged, dump, rows_in
from friedensplatz.core.models import Worker
from tests.real_house import RealHouse, migrated_house


@pytest.fixture
def small(tmp_path):
    """A backup of two files."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "letter.pdf").write_bytes(b"Brief")
    (tmp_path / "database.sqlite3").write_bytes(b"rows")
    target = tmp_path / "copy.tar"
    write_archive(target, tmp_path / "database.sqlite3", tmp_path / "media", {"version": "1"}, print)
    return target


def repacked(archive, change):
    """The same backup with its files changed by a function from name and data to data (None leaves one out)."""
    target = archive.with_name("changed.tar")
    with tarfile.open(archive) as old, tarfile.open(target, "w") as new:
        for member in old:
            data = change(member.name, old.extractfile(member).read())
            if data is not None:
                member.size = len(data)
                new.addfile(member, io.BytesIO(data))
    return target


def test_an_archive_knows_its_files_and_nobody_else_reads_it(small, tmp_path):
    assert sorted(read_manifest(small)["files"]) == ["database.sqlite3", "media/letter.pdf"]
    assert small.stat().st_mode & 0o077 == 0
    unpack(small, tmp_path / "out")
    assert (tmp_path / "out" / "media" / "letter.pdf").read_bytes() == b"Brief"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda name, data: b"Briet" if name.endswith("pdf") else data, "has changed"),
        (lambda name, data: None if name.endswith("pdf") else data, "is missing"),
        (lambda name, data: None if name == MANIFEST else data, "no manifest"),
        (lambda name, data: b"{" if name == MANIFEST else data, "cannot be read"),
        (lambda name, data: json.dumps({"files": {}}).encode() if name == MANIFEST else data, "not in the manifest"),
    ],
)
def test_a_damaged_archive_is_refused(small, change, reason):
    with pytest.raises(Damaged, match=reason):
        read_manifest(repacked(small, change))


def test_half_an_archive_is_refused(small):
    small.write_bytes(small.read_bytes()[:1500])
    with pytest.raises(Damaged):
        read_manifest(small)


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "media/../../evil"])
def test_an_archive_cannot_write_elsewhere(tmp_path, name):
    archive = tmp_path / "evil.tar"
    with tarfile.open(archive, "w") as tar:
        tar.addfile(tarfile.TarInfo(name))
    with pytest.raises(Damaged, match="does not belong"):
        unpack(archive, tmp_path / "out")


def test_a_broken_database_is_refused(tmp_path):
    (tmp_path / "copy").write_bytes(b"SQLite format 3\x00" + b"broken" * 1000)
    with pytest.raises(Damaged):
        rows_in(tmp_path / "copy")


@pytest.fixture
def database(tmp_path):
    """A database that others are writing to."""
    file = tmp_path / "live.sqlite3"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, text TEXT)")
        connection.execute("CREATE TABLE answer (letter INTEGER REFERENCES letter)")
    ended = threading.Event()

    def write():
        with closing(sqlite3.connect(file, timeout=20)) as connection:
            while not ended.is_set():
                with connection:
                    row = connection.execute("INSERT INTO letter (text) VALUES (hex(randomblob(500)))").lastrowid
                    connection.execute("INSERT INTO answer VALUES (?)", [row])

    writer = threading.Thread(target=write)
    writer.start()
    yield file
    ended.set()
    writer.join()


def test_a_copy_shows_one_moment_while_others_write(database, tmp_path):
    for number in range(5):
        copy = tmp_path / f"copy{number}"
        counts = dump(database, copy)
        assert counts["letter"] == counts["answer"]
        assert rows_in(copy) == counts


def test_a_copy_whose_rows_lead_nowhere_is_refused(tmp_path):
    copy = tmp_path / "copy"
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY)")
        connection.execute("CREATE TABLE answer (letter INTEGER REFERENCES letter)")
        connection.execute("INSERT INTO answer VALUES (1)")
    with pytest.raises(Damaged, match="answer"):
        rows_in(copy)


def test_what_was_here_is_kept_aside(tmp_path):
    here, unpacked, aside = (tmp_path / name for name in ("here", "unpacked", "aside"))
    for folder, text in ((here, "old"), (unpacked, "new")):
        (folder / "media").mkdir(parents=True)
        for name in ("database.sqlite3", "database.sqlite3-wal", "media/letter"):
            (folder / name).write_text(text)
    assert replace_files(unpacked, database=here / "database.sqlite3", media=here / "media", aside=aside)
    assert [(here / name).read_text() for name in ("database.sqlite3", "media/letter")] == ["new", "new"]
    assert not (here / "database.sqlite3-wal").exists()
    assert sorted(path.name for path in aside.iterdir()) == ["database.sqlite3", "database.sqlite3-wal", "media"]


def test_a_backup_is_restored_on_another_machine(tmp_path):
    house, copy = migrated_house(tmp_path / "data"), tmp_path / "copy.tar"
    (house.folder / "media").mkdir()
    (house.folder / "media" / "letter").write_text("Brief")
    house.rows("INSERT INTO accounts_team (name) VALUES ('Amt')")
    code, output = house.run("backup", str(copy))
    assert (code, "1 files, proved" in output) == (0, True)
    elsewhere = RealHouse(tmp_path / "elsewhere")
    assert elsewhere.run("restore", str(copy))[0] == 0
    assert elsewhere.rows("SELECT name FROM accounts_team") == [("Amt",)]
    assert (elsewhere.folder / "media" / "letter").read_text() == "Brief"


@pytest.mark.django_db
def test_a_house_is_not_replaced_by_mistake(small, settings):
    settings.DATABASE_URL = "here is one"
    with pytest.raises(CommandError, match="--force"):
        call_command("restore", str(small))
    Worker.objects.create(token="x")
    with pytest.raises(CommandError, match="is running here"):
        call_command("restore", "--force", str(small))


def test_an_older_backup_is_not_overwritten(small):
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", str(small))
