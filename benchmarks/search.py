# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How well and how fast the search finds, on one database: `python -m benchmarks.search [--documents 10000] [--misses]`.

A throw-away database is used, on the server of DATABASE_URL if that is set. `measure` does it for each in a process
of its own.
"""

import argparse
import io
import os
import random
import statistics
import subprocess
import sys
import time
from collections import defaultdict

from benchmarks import mistyping
from benchmarks.table import share, table

DOCUMENTS = (10_000, 100_000)
AIMS_MS = {10_000: 25, 100_000: 60}
WAYS = {
    "as written": (lambda text, chance: text, "R@1 ≥ .91"),
    "typed ae, oe, ue, ss": (mistyping.digraphs, "R@1 ≥ .90"),
    "typed a, o, u, ss": (mistyping.bare, ""),
    "two letters swapped in long words": (mistyping.neighbours_swapped, "R@1 ≥ .83"),
    "a letter replaced in long words": (mistyping.letter_replaced, ""),
}
SWAPPED = "two letters swapped in long words"
TIMED = 200


def measure(server=""):
    """The tables for SQLite and, if a server is given as in DATABASE_URL, for PostgreSQL, as Markdown."""
    databases = ["", server] if server else [""]
    command = [sys.executable, "-m", "benchmarks.search"]
    made = [
        subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=True, text=True, stdout=subprocess.PIPE)
        for url in databases
    ]
    return "\n".join(one.stdout for one in made)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="*", default=DOCUMENTS, help="how many, counted up")
    parser.add_argument("--misses", action="store_true", help="show what was not found first")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    import django

    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        _measure_here(options.documents, options.misses)
    finally:
        teardown_databases(databases, verbosity=0)


def _measure_here(sizes, misses):
    from django.core.management import call_command
    from django.db import connection

    from benchmarks.collection import city_questions, forget_passages, write_passages
    from benchmarks.stock import invent
    from friedensplatz.search.actions import rebuild_index

    name = f"Search on {connection.display_name}"
    questions = write_passages()
    print(quality(questions, f"{name}: {rebuild_index()} passages on many subjects", misses))
    forget_passages()
    call_command("demo", "--no-learning", stdout=io.StringIO())
    things, questions = rebuild_index(), list(city_questions())
    print(quality(questions, f"{name}: the {things} things of the demo city", misses))
    rows, there = [], 0
    for size in sizes:
        stock = invent(size - there, first=there)
        there = size
        begun = time.perf_counter()
        rebuild_index()
        rows.append((f"{size:,}", "making the index", f"{time.perf_counter() - begun:.0f} s", "", "", "", ""))
        rows += speed(size, questions, stock)
    heads = ("documents", "what", "CPU p50 ms", "CPU p95 ms", "p50 ms", "p95 ms", "aim")
    if rows:
        print(table(f"{name}: speed", heads, rows))


def quality(questions, title, misses=False):
    rows = []
    for group in sorted({question.group for question in questions}):
        written = [question for question in questions if question.group == group]
        for way in WAYS:
            asked = [question for question in written if question.language == "de" or way == "as written"]
            rows.append(_row(f"{group}: {way}", _places(asked, way, misses), WAYS[way][1]))
        rows += _rows_by_style(written) if group.startswith("city") else []
    return table(title, ("questions", "asked", "R@1", "R@5", "MRR", "aim"), rows)


def _rows_by_style(questions):
    styles = defaultdict(list)
    for question in questions:
        styles[question.style].append(question)
    return [_row(f"– {style}", _places(asked, "as written")) for style, asked in sorted(styles.items())]


def _row(name, places, aim=""):
    first, among = sum(place == 1 for place in places), sum(1 <= place <= 5 for place in places)
    reciprocal = sum(1 / place for place in places if place)
    return (name, len(places), *(share(count, len(places)) for count in (first, among, reciprocal)), aim)


def _places(questions, way, misses=False):
    """Where the first right thing came for each question, typed in a way; 0 = not among ten."""
    from friedensplatz.search.queries import find

    type_it, chance, places = WAYS[way][0], mistyping.chances(), []
    for question in questions:
        text = type_it(question.text, chance)
        hits = find(text, question.language).hits
        right = [place for place, hit in enumerate(hits, start=1) if hit.thing_key in question.answers]
        places.append(min(right, default=0))
        if misses and places[-1] != 1:
            print(f"{places[-1]} {question.group} {text!r}: {[hit.title for hit in hits[:3]]}", file=sys.stderr)
    return places


def speed(size, questions, stock):
    """Rows of times: as the search page asks, with all it can be narrowed down to."""
    chance = random.Random(7)
    judged = [question.text for question in chance.sample(questions, TIMED) if question.language == "de"]
    invented = [stock.question() for _ in range(TIMED)]
    chances = mistyping.chances()
    first = _times(["Beschwerdeestelle"])
    begun = [(f"{size:,}", "the first question a process is asked", *_columns(first), "")]
    asked = {
        "judged questions": judged,
        f"judged questions, {SWAPPED}": [mistyping.neighbours_swapped(text, chances) for text in judged],
        "questions about the invented": invented,
    }
    aim = f"CPU p95 ≤ {AIMS_MS[size]} ms" if size in AIMS_MS else ""
    return begun + [(f"{size:,}", what, *_columns(_times(texts)), aim) for what, texts in asked.items()]


def _times(texts):
    """CPU and wall milliseconds of each search. CPU is this process's; PostgreSQL's own only shows in the other."""
    from friedensplatz.search.queries import find

    times = []
    for text in texts:
        wall, worked = time.perf_counter(), time.process_time()
        find(text, "de", with_choices=True)
        times.append((1000 * (time.process_time() - worked), 1000 * (time.perf_counter() - wall)))
    return times


def _columns(times):
    worked, wall = zip(*times, strict=True)
    return [f"{value:.1f}" for times in (worked, wall) for value in (statistics.median(times), _p95(times))]


def _p95(times):
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


if __name__ == "__main__":
    main()
