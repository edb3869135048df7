# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two editors save, or two people decide, at the same moment, on a real PostgreSQL."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from friedensplatz.pages.actions import NotPossible, Stale, approve, create_page, reject, save_draft, submit_for_review
from friedensplatz.pages.models import Revision
from friedensplatz.pages.tests.conftest import written
from tests.cast import make_cast

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
    pytest.mark.django_db(transaction=True),
]


def at_once(*deeds):
    """What each deed says when all start at the same moment."""
    outcomes, start = [], Barrier(len(deeds))

    def run(deed):
        start.wait()
        try:
            outcomes.append(deed())
        finally:
            connection.close()

    threads = [Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_when_two_save_at_once_one_wins_and_the_other_is_shown_what_stands_there():
    cast = make_cast()
    page = create_page("kumasi", office=cast.office, content=written(), by=cast.eva)

    def save(title):
        try:
            return "saved", save_draft(page, written(title), based_on=1, by=cast.eva).content["title"]["de"]
        except Stale as stale:
            return "stale", stale.revision.content["title"]["de"]

    outcomes = at_once(lambda: save("A"), lambda: save("B"))
    winner = Revision.objects.get(number=2).content["title"]["de"]
    assert sorted(outcomes) == [("saved", winner), ("stale", winner)]


def test_when_two_decide_at_once_one_wins():
    cast = make_cast()
    revision = create_page("kumasi", office=cast.office, content=written(), by=cast.eva).revisions.get()
    submit_for_review(revision, by=cast.eva)

    def decide(how, **comment):
        try:
            how(Revision.objects.get(pk=revision.pk), by=cast.ada, **comment)
        except NotPossible:
            return "late"
        return how.__name__

    outcomes = at_once(lambda: decide(approve), lambda: decide(reject, comment="Nein."))
    winner = {"approved": "approve", "rejected": "reject"}[Revision.objects.get().state]
    assert sorted(outcomes) == sorted(["late", winner])
