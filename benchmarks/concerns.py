# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How fast the desk is with a city's years of concerns: `python -m benchmarks.concerns [--concerns 100000]`.

Five entries a concern. A throw-away database is used, on the server of DATABASE_URL if that is set. Times are those of
whole pages inside this process, without a network; CPU is that of this process alone, so on PostgreSQL without the
server's.
"""

import argparse
import io
import os
import statistics
import subprocess
import sys
import time
from functools import partial

from benchmarks.table import table

CONCERNS = 100_000
ROUNDS = 40
DEEP = 50
INBOX = "p95 ≤ 150 ms"
INBOXES = {
    "": {},
    ", closed ones": {"state": "closed"},
    ", late": {"scope": "late"},
    ", mine": {"scope": "mine"},
    ", nobody has them yet": {"scope": "unassigned"},
    ", others let us in": {"scope": "shared"},
    ", by kind and protection": {"kind": "complaint", "protection": "normal"},
    ", a kind nobody chose": {"kind": "petition"},
    ", a kind nobody chose, closed ones": {"kind": "petition", "state": "closed"},
    ", newest first": {"order": "newest"},
    ", newest first, closed ones": {"order": "newest", "state": "closed"},
    ", two words": {"words": "laterne schule"},
    ", two words, closed ones": {"words": "laterne schule", "state": "closed"},
    ", a word nobody wrote": {"words": "gibtesnicht"},
}
QUESTION = "Die Laterne vor der Schule ist seit Wochen kaputt, abends ist der Weg ganz dunkel und niemand kommt."


def measure(server=""):
    """The table for SQLite and, if a server is given as in DATABASE_URL, for PostgreSQL, as Markdown."""
    databases = ["", server] if server else [""]
    command = [sys.executable, "-m", "benchmarks.concerns"]
    made = [
        subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=True, text=True, stdout=subprocess.PIPE)
        for url in databases
    ]
    return "\n".join(one.stdout for one in made)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concerns", type=int, default=CONCERNS)
    parser.add_argument("--keep", action="store_true", help="keep the database afterwards, and use one kept before")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    import django

    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment(debug=False)
    databases = setup_databases(verbosity=0, interactive=False, keepdb=options.keep, serialized_aliases=[])
    try:
        _measure_here(options.concerns)
    finally:
        teardown_databases(databases, verbosity=0, keepdb=options.keep)


def _measure_here(count):
    from django.core.management import call_command
    from django.db import connection

    from benchmarks import town
    from friedensplatz.concerns.models import Concern

    if Concern.objects.count() < count:
        call_command("demo", "--no-learning", stdout=io.StringIO())
        begun = time.perf_counter()
        town.add_concerns(count, keywords=True)
        print(f"{count:,} concerns written in {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    if connection.vendor == "postgresql":  # As its autovacuum would; nobody does it for SQLite.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    heads = ("what", "p50 ms", "p95 ms", "CPU p50 ms", "CPU p95 ms", "SQL", "aim")
    print(table(f"Concerns on {connection.display_name}: {count:,} with {count * 5:,} entries", heads, _rows()))


def _rows():
    from django.utils import timezone

    from friedensplatz.accounts.models import User
    from friedensplatz.concerns.models import Concern
    from friedensplatz.concerns.reporting import figures_of

    bob, petra = (User.objects.get(email=f"{name}@dortmund.example") for name in ("bob", "petra.platzhalter"))
    _let_lead(petra, 3)
    desk, leading = _desk_of(bob), _desk_of(petra)
    newest = Concern.objects.filter(office__slug="babc", is_open=True).exclude(
        protection__in=("confidential", "sealed")
    )
    cases = [concern.reference for concern in newest.order_by("-pk")[:ROUNDS]]
    rows = [
        _row(f"inbox{name}", [partial(desk, "desk_inbox", **query)] * ROUNDS, INBOX) for name, query in INBOXES.items()
    ]
    deep = [partial(desk, "desk_inbox", after=_mark(bob, DEEP))] * ROUNDS
    rows.append(_row(f"inbox, page {DEEP}", deep, INBOX))
    for name, query in {"": {}, ", closed ones": {"state": "closed"}}.items():
        rows.append(_row(f"inbox of four offices{name}", [partial(leading, "desk_inbox", **query)] * ROUNDS, INBOX))
    rows.append(_row("desk's first page", [partial(desk, "desk_home")] * ROUNDS, ""))
    rows.append(_row("who has what, and what is late", [partial(leading, "desk_overview")] * ROUNDS, ""))
    rows.append(_row("case page", [partial(desk, "desk_case", case) for case in cases], "≤ 20 SQL"))
    similar = [partial(desk, "desk_similar", case, part=1) for case in cases]
    rows.append(_row("similar concerns, loaded into it", similar, "≤ 100 ms"))
    rows.append(_row("similar concerns, without a page", [_similar(bob)] * ROUNDS, "≤ 100 ms"))
    rows.append(_row("a year in figures", [partial(figures_of, timezone.localdate().year)] * 3, "≤ 2 s"))
    return rows


def _desk_of(user):
    """Asks for pages as somebody who is signed in: `desk("desk_case", reference, part=1)`."""
    from django.test import Client
    from django.urls import reverse

    client = Client()
    client.force_login(user)
    return lambda name, *args, **query: client.get(reverse(name, args=args), query)


def _let_lead(user, others):
    """Somebody leads so many further offices, those with the most concerns."""
    from django.db.models import Count

    from friedensplatz.accounts.models import Membership
    from friedensplatz.directory.models import Office

    rest = Office.objects.exclude(team=None).exclude(team__memberships__user=user).filter(takes_concerns=True)
    for office in rest.annotate(number=Count("concerns")).order_by("-number")[:others]:
        Membership.objects.get_or_create(user=user, team=office.team, role="lead")


def _mark(user, number):
    """Where a page of the inbox begins."""
    from friedensplatz.concerns.desk.inbox import OLDEST_PROMISE_FIRST, ROWS
    from friedensplatz.concerns.queries import Filters, inbox_of, offices_of
    from friedensplatz.core.listing import slice_of

    return slice_of(inbox_of(user, offices_of(user), Filters()), OLDEST_PROMISE_FIRST, size=ROWS * (number - 1)).after


def _similar(user):
    from friedensplatz.concerns.finding import similar_to
    from friedensplatz.concerns.queries import concerns_visible_to
    from friedensplatz.directory.models import Office

    office = Office.objects.get(slug="babc").pk
    return lambda: similar_to(QUESTION, concerns_visible_to(user), office=office, district=None, place="")


def _row(name, calls, aim):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    calls[0]()
    with CaptureQueriesContext(connection) as queries:
        calls[-1]()
    sql = len(queries)
    times, work = [], []
    for call in calls:
        begun, worked = time.perf_counter(), time.process_time()
        answer = call()
        times.append((time.perf_counter() - begun) * 1000)
        work.append((time.process_time() - worked) * 1000)
        assert getattr(answer, "status_code", 200) == 200, name
    return (name, *(f"{one:.0f}" for one in (*_middle_and_p95(times), *_middle_and_p95(work))), sql, aim)


def _middle_and_p95(values):
    return statistics.median(values), sorted(values)[max(0, round(len(values) * 0.95) - 1)]


if __name__ == "__main__":
    main()
