# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How fast the desk is with a city's years of concerns: `python -m benchmarks.concerns [--concerns 100000]`.

Five entries a concern. A throw-away database is used, on the server of DATABASE_URL if that is set. Times are those of
whole pages inside this process, without a network.
"""

import argparse
import io
import os
import statistics
import subprocess
import sys
import time

from benchmarks.table import table

CONCERNS = 100_000
ROUNDS = 40
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
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    heads = ("what", "p50 ms", "p95 ms", "aim")
    print(table(f"Concerns on {connection.display_name}: {count:,} with {count * 5:,} entries", heads, _rows()))


def _rows():
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from friedensplatz.accounts.models import User
    from friedensplatz.concerns.models import Concern
    from friedensplatz.concerns.reporting import figures_of

    bob = User.objects.get(email="bob@dortmund.example")
    desk = Client()
    desk.force_login(bob)
    newest = Concern.objects.filter(office__slug="babc", is_open=True).order_by("-pk")[:ROUNDS]
    inbox, year = reverse("desk_inbox"), timezone.localdate().year
    pages = {
        "inbox": {},
        "inbox, closed ones": {"state": "closed"},
        "inbox, late": {"scope": "late"},
        "inbox, by kind and protection": {"kind": "complaint", "protection": "normal"},
        "inbox, newest first": {"order": "newest"},
        "inbox, two words": {"words": "laterne schule"},
    }
    rows = [
        _row(name, [lambda query=query: desk.get(inbox, query)] * ROUNDS, "p95 ≤ 150 ms")
        for name, query in pages.items()
    ]
    cases = [reverse("desk_case", args=[concern.reference]) for concern in newest]
    rows.append(_row("case page, similar ones included", [lambda at=at: desk.get(at) for at in cases], ""))
    rows.append(_row("similar concerns", [_similar(bob)] * ROUNDS, "≤ 100 ms"))
    rows.append(_row("a year in figures", [lambda: figures_of(year)] * 3, "≤ 2 s"))
    return rows


def _similar(user):
    from friedensplatz.concerns.finding import similar_to
    from friedensplatz.concerns.queries import concerns_visible_to
    from friedensplatz.directory.models import Office

    office = Office.objects.get(slug="babc").pk
    return lambda: similar_to(QUESTION, concerns_visible_to(user), office=office, district=None, place="")


def _row(name, calls, aim):
    calls[0]()
    times = []
    for call in calls:
        begun = time.perf_counter()
        answer = call()
        times.append((time.perf_counter() - begun) * 1000)
        assert getattr(answer, "status_code", 200) == 200, name
    p95 = sorted(times)[max(0, round(len(times) * 0.95) - 1)]
    return (name, f"{statistics.median(times):.0f}", f"{p95:.0f}", aim)


if __name__ == "__main__":
    main()
