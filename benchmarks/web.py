# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages cost: requests a second, waiting, CPU, SQL queries, weight, beside a page that does nothing."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.bare import PATH as BARE
from benchmarks.client import MOST, Connection, load
from benchmarks.front_door import judged
from benchmarks.server import serving
from benchmarks.table import table
from tests.machine import chromium

SECONDS = 4.0
WARM_UP = 0.5
DRAFTS = 3_000
INBOX_PAGE = 50
COLD_STARTS = 3
NEXT_PAGE = re.compile(r'rel="next" href="([^"]+)"')
WORDS = "Die Straßenlaterne vor unserem Haus ist seit Wochen kaputt, und niemand antwortet."


@dataclass(frozen=True)
class Page:
    """A measurement: what one round does, the page it is about (for SQL and weight), and what we aim at."""

    name: str
    round_of: Callable[[Connection, int], None]
    path: str = ""
    form: dict[str, str] | None = None
    cookies: str = ""
    aim: str = ""
    most: int = MOST


def measure():
    """All tables about pages, as Markdown."""
    scene = Scene()
    with serving(FRIEDENSPLATZ_PAGE_CACHE="0") as server:
        live = [measured(server, page) for page in [bare(), *public(scene), *personal(scene)]]
        memory = server.megabytes()
        weights = weigh(server, public(scene))
    with serving(FRIEDENSPLATZ_PAGE_CACHE="1") as server:
        kept = [measured(server, page) for page in [bare(), *public(scene)[:3]]]
    starts = []
    for _start in range(COLD_STARTS):
        with serving() as server:
            starts.append(server.started_in)
    return "\n".join(
        [
            pages_table("Pages without the page cache", live, scene),
            pages_table("Pages with the page cache", kept, scene),
            table("Weight of a first visit, compressed, everything included", ("page", "kB", "aim"), weights),
            table("The web process", ("what", "measured", "aim"), process_rows(memory, starts)),
        ]
    )


class Scene:
    """What the rounds need: somebody signed in, a receipt, drafts ready to be sent, addresses."""

    def __init__(self):
        from friedensplatz.accounts.models import User
        from friedensplatz.concerns.actions import receive_concern
        from friedensplatz.concerns.models import Concern
        from friedensplatz.directory.models import Office

        self.office = Office.objects.get(slug="babc")
        self.offices = list(Office.objects.filter(closed_on=None).order_by("slug").values_list("slug", flat=True))
        self.questions = [entry["text"] for entry in judged() if entry["language"] == "de"]
        concern, code = receive_concern(WORDS, office=self.office, kind="complaint", protection="normal", language="de")
        self.receipt = {"reference": concern.reference, "code": code}
        self.person = self._visitor()
        self.person.post("/de/concerns/status/", self.receipt)
        self.bob = self._visitor()
        self.bob.force_login(User.objects.get(email="bob@dortmund.example"))
        self.page_50 = self._inbox_page(INBOX_PAGE)
        self.cases = list(
            Concern.objects.filter(office=self.office).order_by("-pk").values_list("reference", flat=True)[:500]
        )
        self.drafts = self._drafts()

    def _visitor(self):
        from django.test import Client

        return Client(headers={"host": "127.0.0.1"})

    def _inbox_page(self, number):
        path = "/de/desk/concerns/"
        for _turn in range(number - 1):
            onward = NEXT_PAGE.search(self.bob.get(path).content.decode())
            path = "/de/desk/concerns/" + html.unescape(onward.group(1))
        return path

    def _drafts(self):
        from django.db import transaction

        from friedensplatz.concerns.drafts import Content, start_draft

        with transaction.atomic():
            return [
                start_draft(Content(WORDS, self.office.pk, kind="complaint", protection="normal", anonymous=True))
                for _ in range(DRAFTS)
            ]

    def sql_of(self, page):
        """SQL queries of a page asked for once, everything warm, nothing kept."""
        from django.db import connection
        from django.test import override_settings
        from django.test.utils import CaptureQueriesContext

        visitor = self._visitor()
        visitor.cookies.load(page.cookies)
        ask = (lambda: visitor.get(page.path)) if page.form is None else (lambda: visitor.post(page.path, page.form))
        with override_settings(PAGE_CACHE=False):
            ask()
            with CaptureQueriesContext(connection) as queries:
                ask()
        return len(queries)


def cookies_of(visitor):
    return "; ".join(f"{name}={morsel.value}" for name, morsel in visitor.cookies.items())


def reading(paths, cookies=""):
    """A round that reads one of the pages."""

    def round_of(connection, number):
        expect(connection.ask(paths[number % len(paths)], cookies=cookies), 200)

    return round_of


def expect(answer, status):
    if answer.status != status:
        raise RuntimeError(f"{answer.status} instead of {status}: {answer.body[:200]!r}")
    return answer


def bare():
    return Page("bare Django view", reading([BARE]))


def public(scene):
    offices = [f"/de/offices/{slug}/" for slug in scene.offices]

    def ask(connection, number):
        text = scene.questions[number % len(scene.questions)]
        expect(connection.ask("/de/answer/", form={"text": text}), 200)

    return [
        Page("home", reading(["/de/"]), "/de/", aim="≥ 100/s, ≤ 8 SQL"),
        Page("office list", reading(["/de/offices/"]), "/de/offices/", aim="≥ 100/s, ≤ 8 SQL"),
        Page("office page", reading(offices), "/de/offices/babc/", aim="≥ 100/s, ≤ 8 SQL"),
        Page("answer", ask, "/de/answer/", {"text": WORDS}, aim="≥ 100/s, ≤ 8 SQL"),
    ]


def personal(scene):
    person, bob = cookies_of(scene.person), cookies_of(scene.bob)
    inbox, status = "/de/desk/concerns/", "/de/concerns/status/"
    cases = [f"/de/desk/concerns/{reference}/" for reference in scene.cases]

    def send(connection, number):
        token = scene.drafts[number]
        answer = connection.ask(f"/de/concerns/new/{token}/check/", form={"kind": "complaint"})
        if "/receipt/" not in expect(answer, 302).headers["location"]:
            raise RuntimeError("not handed in")

    return [
        Page("hand in: sending, durably written", send, aim="≥ 60/s, p50 < 100 ms", most=DRAFTS),
        Page("hand in: the whole way, 5 requests", hand_in(scene.office.slug)),
        Page("status page", reading([status], person), status, cookies=person, aim="≥ 150/s"),
        Page("desk inbox, page 1", reading([inbox], bob), inbox, cookies=bob, aim="≥ 60/s"),
        Page(
            f"desk inbox, page {INBOX_PAGE}", reading([scene.page_50], bob), scene.page_50, cookies=bob, aim="as page 1"
        ),
        Page("desk case", reading(cases, bob), cases[0], cookies=bob),
    ]


def hand_in(office):
    """A round that goes the whole way of a resident who stays anonymous, from the words to the receipt."""

    def round_of(connection, number):
        form = {"text": f"{WORDS} ({number})", "office": office}
        path = expect(connection.ask("/de/concerns/new/", form=form), 302).headers["location"]
        for form in ({"protection": "normal", "anonymous": "yes"}, {"kind": "complaint"}, {}, {}):
            path = expect(connection.ask(path, form={**form, "step": "on"}), 302).headers["location"]
        expect(connection.ask(path), 200)

    return round_of


def measured(server, page):
    """The page, its load, and the server's CPU milliseconds a round."""
    warm_up = reading([page.path], page.cookies) if page.path and page.form is None else None
    if warm_up:
        load(server.port, warm_up, seconds=WARM_UP)
    before = server.cpu_seconds()
    found = load(server.port, page.round_of, seconds=SECONDS, most=page.most)
    return page, found, 1_000 * (server.cpu_seconds() - before) / len(found.times)


def pages_table(title, results, scene):
    yardstick = results[0][1].per_second
    rows = [
        (
            page.name,
            f"{found.per_second:.0f}",
            f"{found.per_second / yardstick:.0%}",
            f"{found.milliseconds_at(0.5):.1f}",
            f"{found.milliseconds_at(0.99):.1f}",
            f"{cpu:.1f}",
            scene.sql_of(page) if page.path else "",
            page.aim,
        )
        for page, found, cpu in results
    ]
    return table(title, ("page", "per second", "of bare", "p50 ms", "p99 ms", "CPU ms", "SQL", "aim"), rows)


def weigh(server, pages):
    """Kilobytes that travel on a first visit, measured in the browser; nothing without one."""
    if not chromium():
        return [("not measured: no chromium here", "", "")]
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        rows = [
            (page.name, f"{_weight(browser, server, page) / 1000:.1f}", _aim(page)) for page in pages if not page.form
        ]
        browser.close()
    return rows


def _weight(browser, server, page):
    context = browser.new_context()
    window = context.new_page()
    sizes = []
    session = context.new_cdp_session(window)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    window.goto(f"http://127.0.0.1:{server.port}{page.path}", wait_until="networkidle")
    context.close()
    return sum(sizes)


def _aim(page):
    return "≤ 60 kB" if page.name == "home" else ""


def process_rows(memory, starts):
    largest, together = memory
    return [
        ("memory after all of the above, largest process", f"{largest:.0f} MB", "< 150 MB"),
        ("memory, all web processes together", f"{together:.0f} MB", ""),
        (f"cold start to the first page, best of {COLD_STARTS}", f"{min(starts):.2f} s", ""),
    ]
