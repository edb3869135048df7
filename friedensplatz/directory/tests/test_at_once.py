# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two editors save at the same moment, on a real PostgreSQL."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from friedensplatz.directory.actions import ChangedMeanwhile, change_part
from friedensplatz.directory.models import Office
from friedensplatz.directory.parts.content import fingerprint
from friedensplatz.directory.parts.registry import PARTS


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
@pytest.mark.django_db(transaction=True)
def test_change_when_two_save_at_once_one_wins_and_the_other_is_told():
    office = Office.objects.create(slug="o", kind="office", name={"de": "Büro"})
    content = PARTS["texts"].read(office)
    outcomes, start = [], Barrier(2)

    def save(short):
        start.wait()
        try:
            change_part(office, "texts", content | {"short": short}, seen=fingerprint(content), by=None)
            outcomes.append(short)
        except ChangedMeanwhile as meanwhile:
            outcomes.append(("meanwhile", meanwhile.content["short"]))
        finally:
            connection.close()

    editors = [Thread(target=save, args=[short]) for short in ("A", "B")]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    winner = Office.objects.get().short
    assert sorted(outcomes, key=str) == sorted([winner, ("meanwhile", winner)], key=str)
