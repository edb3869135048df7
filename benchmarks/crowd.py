# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fifty people hand in a thousand concerns at once: `python -m benchmarks.crowd [--concerns 1000] [--people 50]`.

The house runs as `bin/run` starts it, with its worker, on an empty database, on the server of DATABASE_URL if that is
set. Each person goes the whole way as a browser does, looking at every page, and begins anew without a pause. Every
fifth clicks the last button twice, on two connections before either answers, and once more after the receipt.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict

from benchmarks.client import Connection, milliseconds_at
from benchmarks.server import serving
from benchmarks.table import table
from tests.browser.house import database_of_its_own
from tests.real_house import RealHouse

CONCERNS = 1_000
PEOPLE = 50
CLICKS_TWICE = 5
WORDS = "Die Straßenlaterne vor unserem Haus ist seit Wochen kaputt, und niemand antwortet"
NAMED = {"name": "Alice Beispiel", "email": "alice@home.example"}
START = "/de/concerns/new/"
PATIENCE = 120  # seconds for an answer; what is slow stands in the table
LAYING_OUT = 900  # seconds the demo city may take
ROWS = {
    "concerns": "SELECT count(*), count(DISTINCT form_token) FROM concerns_concern WHERE form_token IS NOT NULL",
    "references": "SELECT reference FROM concerns_concern WHERE form_token IS NOT NULL",
    "openings": "SELECT count(*), count(DISTINCT concern_id) FROM concerns_entry WHERE kind = 'opening' AND concern_id IN "
    "(SELECT id FROM concerns_concern WHERE form_token IS NOT NULL)",
}


def measure(server=""):
    """The tables for SQLite and, if a server is given as in DATABASE_URL, for PostgreSQL, as Markdown."""
    command = [sys.executable, "-m", "benchmarks.crowd"]
    made = [
        subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=True, text=True, stdout=subprocess.PIPE)
        for url in (["", server] if server else [""])
    ]
    return "\n".join(one.stdout for one in made)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concerns", type=int, default=CONCERNS)
    parser.add_argument("--people", type=int, default=PEOPLE)
    options = parser.parse_args()
    settings = {"DJANGO_SETTINGS_MODULE": "friedensplatz.settings", "FRIEDENSPLATZ_DEMO": "1", "DATABASE_URL": ""}
    with (
        tempfile.TemporaryDirectory(prefix="friedensplatz-crowd-") as folder,
        database_of_its_own(os.environ.get("DATABASE_URL", "")) as database,
    ):
        settings |= {"FRIEDENSPLATZ_DATA": folder, **database}
        with serving("run", patience=LAYING_OUT, **settings) as server:
            crowd = Crowd(server, options.concerns)
            crowd.come(options.people)
        house = RealHouse(folder, **database)
        rows = {name: house.rows(sql) for name, sql in ROWS.items()}
    where = "PostgreSQL" if database else "SQLite"
    title = f"{options.concerns:,} concerns handed in by {options.people} people at once, on {where}"
    print(table(title, ("what", "p50 ms", "p95 ms", "p99 ms", "slowest ms", "aim"), crowd.speed()))
    print(table(f"What became of them, on {where}", ("what", "measured", "aim"), [*crowd.cost(), *kept(crowd, rows)]))


class Crowd:
    """People at work: how long each kind of request took in seconds, and the references they were told."""

    def __init__(self, server, concerns):
        self.server = server
        self.times = defaultdict(list)
        self.references = []
        self.faults = []
        self.numbers = iter(range(concerns))
        self.lock = threading.Lock()

    def come(self, people):
        """Let them all hand in until the numbers are used up; raises what went wrong for the first of them."""
        Person(self).hand_in(-1)
        self.times.clear()
        self.busy, cpu, begun = os.getloadavg()[0], self.server.cpu_seconds(), time.perf_counter()
        workers = [threading.Thread(target=self._work) for _ in range(people)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.seconds, self.cpu = time.perf_counter() - begun, self.server.cpu_seconds() - cpu
        if self.faults:
            raise self.faults[0]

    def _work(self):
        try:
            person = Person(self)
            while (number := self._number()) is not None:
                begun = time.perf_counter()
                person.hand_in(number)
                self.times["the whole way, 15 requests"].append(time.perf_counter() - begun)
        except Exception as fault:
            self.faults.append(fault)

    def _number(self):
        with self.lock:
            return next(self.numbers, None)

    def speed(self):
        aims = {"handing in": "p99 ≤ 1 s"}
        shares = (0.5, 0.95, 0.99, 1)
        return [
            (name, *(f"{milliseconds_at(share, times):.0f}" for share in shares), aims.get(name, ""))
            for name, times in self.times.items()
        ]

    def cost(self):
        handed_in = len(self.times["handing in"])
        return [
            ("concerns a second", f"{handed_in / self.seconds:.1f}", ""),
            ("CPU of the house for each, all requests and the worker", f"{1000 * self.cpu / handed_in:.0f} ms", ""),
            ("load of the machine when they began", f"{self.busy:.1f}", ""),
        ]


class Person:
    """Somebody with a browser and no cookies, who keeps a connection open."""

    def __init__(self, crowd):
        self.crowd = crowd
        self.line = Connection(crowd.server.port, patience=PATIENCE)

    def hand_in(self, number):
        path, form = START, {"text": f"{WORDS} ({number}).", "office": "babc"}
        is_anonymous = number % 2
        steps = [{"protection": "normal", "anonymous": "yes" if is_anonymous else "no"}, {"kind": "complaint"}]
        steps += [] if is_anonymous else [NAMED]
        for answers in [form, *steps, {"place_note": "Hohe Straße 5"}]:
            page = self._timed("looking at a page", path)
            path = self._timed("answering a question", path, form={**hidden(page), **answers}).headers["location"]
        self._timed("looking at a page", path)
        receipt = self._timed("handing in", path, twice=number % CLICKS_TWICE == 0, form={"sent": "1"})
        to = receipt.headers["location"]
        page = self._timed("looking at a page", to)
        if number % CLICKS_TWICE == 0 and self.line.ask(path, form={"sent": "1"}).headers["location"] != to:
            raise RuntimeError("a third click leads elsewhere")
        self.crowd.references.append(re.search(rb"[0-9A-Z]{3}-[0-9A-Z]{4}(?=</bdi>)", page.body).group().decode())

    def _timed(self, what, path, *, twice=False, form=None):
        """Ask and check the status: a page, or where a form leads to."""
        other = Connection(self.crowd.server.port, patience=PATIENCE) if twice else None
        begun = time.perf_counter()
        if other:
            other.send(path, form=form)
        answer = self.line.ask(path, form=form, zipped=False)
        self.crowd.times[what].append(time.perf_counter() - begun)
        again = answer
        if other:
            again = other.answer()
            other.close()
        if answer.status != (302 if form else 200) or again.headers.get("location") != answer.headers.get("location"):
            raise RuntimeError(f"{answer.status}, then {again.status} at {path}: {answer.body[:300]!r}")
        return answer


def hidden(page):
    """The fields of a form that its page filled in."""
    fields = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page.body.decode())
    pairs = [(re.search('name="([^"]*)"', field), re.search('value="([^"]*)"', field)) for field in fields]
    return {name[1]: value[1] if value else "" for name, value in pairs if name}


def kept(crowd, rows):
    """What the database holds beside what people were told."""
    told, stored = crowd.references, [reference for (reference,) in rows["references"]]
    (concerns, tokens), (openings, with_one) = rows["concerns"][0], rows["openings"][0]
    whole = openings == with_one == concerns
    return [
        ("receipts shown", f"{len(told):,}", ""),
        ("of them without a concern in the database", f"{len(set(told) - set(stored)):,}", "0"),
        ("concerns nobody has a receipt of", f"{len(set(stored) - set(told)):,}", "0"),
        ("doubled", f"{concerns - tokens + len(told) - len(set(told)):,}", "0"),
        ("each with its one opening", "yes" if whole else "no", "yes"),
    ]


if __name__ == "__main__":
    main()
