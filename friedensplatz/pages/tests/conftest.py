# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from friedensplatz.pages.actions import approve, create_page, save_draft, submit_for_review
from friedensplatz.pages.content import blank
from friedensplatz.pages.publishing import go_live, publish
from tests.cast import make_cast


@pytest.fixture
def cast(db):
    return make_cast()


def written(title="Kumasi", **fields):
    """A document that can be published."""
    return blank() | {"title": {"de": title}, "summary": {"de": f"Über {title}."}} | fields


def section(kind, **fields):
    return {"id": "s1", "kind": kind} | fields


@pytest.fixture
def make_page(cast):
    """A page of eva's office; live unless told otherwise, approved by the administrator."""

    def make(slug="kumasi", *, live=True, office=None, **fields):
        page = create_page(slug, office=office or cast.office, content=written(**fields), by=cast.eva)
        if live:
            publish(approved(page, cast), by=cast.eva)
            page.refresh_from_db()
        return page

    return make


def approved(page, cast):
    """The newest revision, written by eva and approved by ada."""
    revision = page.revisions.first()
    submit_for_review(revision, by=cast.eva)
    approve(revision, by=cast.ada)
    return revision


@pytest.fixture
def publish_with(cast):
    """Puts sections into a page that has one revision and makes it live."""

    def publish(page, sections, **fields):
        revision = save_draft(page, written(sections=sections, **fields), based_on=1, by=cast.eva)
        go_live(page, revision)

    return publish


class Machine(BaseHTTPRequestHandler):
    """Answers like DeepL and LibreTranslate: every text in capitals, with its target language."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, body, self.headers.get("Authorization")))
        status, answer = self.server.answer(self.path, body)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

    def log_message(self, *args):
        pass


def well(path, body):
    if path == "/v2/translate":
        return 200, {"translations": [{"text": f"{body['target_lang']} {text.upper()}"} for text in body["text"]]}
    return 200, {"translatedText": [f"{body['target']} {text.upper()}" for text in body["q"]]}


@pytest.fixture
def machine():
    server = HTTPServer(("127.0.0.1", 0), Machine)
    server.asked, server.answer = [], well
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def deepl(machine, settings):
    settings.DEEPL_KEY, settings.DEEPL_URL = "secret", f"http://127.0.0.1:{machine.server_port}"
    return machine
