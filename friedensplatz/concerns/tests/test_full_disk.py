# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The disk is full: the kernel lets no file of the house grow beyond some bytes, often none (setrlimit(2)).

On SQLite that meets database and files; a PostgreSQL server has a disk of its own and goes on.
"""

import html
import resource
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from friedensplatz.concerns.tests.visiting import NEW, wait_until

WORDS = (
    "Vor der Schule fehlt seit dem Sommer der Zebrastreifen, und die Kinder laufen zwischen den Autos durch.\n„Hilfe!“"
)
CLEAN_UP = (
    "import datetime as dt; from django.utils import timezone; from friedensplatz.concerns import jobs; "
    "jobs.remove_orphaned_files(timezone.now() + dt.timedelta(days=2))"
)


@contextmanager
def full_disk(process, most=0):
    """No file that the process and its children write may reach beyond `most` bytes."""
    children = map(int, Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split())
    family = [process.pid, *children]
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for pid in family:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, hard))
    yield
    for pid in family:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))


def files_of(house):
    return {path.name for path in (house.folder / "media" / "sealed").glob("*/*")}


def named_files(house):
    rows = house.rows("SELECT original, copy FROM concerns_attachment")
    return {name for row in rows for name in row}


@pytest.mark.parametrize(("most", "size"), [(0, 5_000), (2_000, 100)])
def test_who_hands_in_keeps_every_word_and_hands_in_later(serve, house, most, size):
    """First nothing at all can be stored, then a small file can and its row cannot."""
    server, visitor = serve()
    has_own_disk = bool(house.environment["DATABASE_URL"])
    check = visitor.write()
    more, place = (
        check.replace("/check/", "/more/"),
        "Hohe Straße, „hinten“ im Hof <links>, da wo früher einmal der Bäcker war",
    )
    note = {"upload": b"x" * size, "place_note": place, "add": "1"}
    with full_disk(server, most):
        added = visitor.visit(more, **note)
        assert added.status == (302 if has_own_disk and size < most else 503)
        if added.status == 503:
            assert added.headers["Retry-After"] == "120"
            assert html.escape(place) in added.page
            assert f'action="{more}"' in added.page
        handed_in, begun = visitor.visit(check, sent="1"), visitor.visit(NEW, text=WORDS, office="babc")
        assert (handed_in.status, begun.status) == ((302, 302) if has_own_disk else (503, 503))
        if not has_own_disk:
            assert html.escape(WORDS) in begun.page
            assert "no-store" in begun.headers["Cache-Control"]
        for answer in (added, handed_in, begun):
            assert "Traceback" not in answer.page
    if has_own_disk:
        check = visitor.write()
        more = check.replace("/check/", "/more/")
    if added.status == 503:
        assert visitor.visit(more, **note).status == 302
    assert visitor.send(check)
    named = named_files(house)
    assert len(named) == 2
    assert named <= files_of(house)
    house.python(CLEAN_UP)
    assert files_of(house) == named
    assert house.rows("SELECT count(*) FROM concerns_concern") == [(2 if has_own_disk else 1,)]


def test_worker_begins_and_goes_on_when_there_is_room(house):
    worker = house.start("work")
    with full_disk(worker):
        time.sleep(5)  # on a quiet machine it has tried by then to write down that it is there
    assert worker.poll() is None
    seen = "SELECT count(*) FROM core_jobrun WHERE last_ended IS NOT NULL"
    wait_until(lambda: house.rows(seen) != [(0,)])
    with full_disk(worker):
        time.sleep(3)  # three looks at what is due
    assert worker.poll() is None
    house.rows(
        "UPDATE core_jobrun SET last_ended = NULL, due_at = last_started WHERE last_started IS NOT NULL RETURNING id"
    )
    wait_until(lambda: house.rows(seen) != [(0,)])
    worker.terminate()
    output, _ = worker.communicate(timeout=30)
    assert (worker.returncode, "Traceback" in output) == (0, False)
