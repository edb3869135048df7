# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One look at an address, at a web server of the test's own."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from friedensplatz.weblinks.looking import Look, look_at

ANSWERS = {
    "/fine": (200, ""),
    "/umlaut/%C3%BC?q=%C3%A4": (200, ""),
    "/gone": (404, ""),
    "/removed": (410, ""),
    "/fault": (503, ""),
    "/forbidden": (403, ""),
    "/busy": (429, ""),
    "/moved": (301, "/fine"),
    "/moved-twice": (308, "/moved"),
    "/for-now": (302, "/fine"),
    "/half": (301, "/for-now"),
    "/to-nothing": (301, "/gone"),
    "/circle": (302, "/circle"),
    "/no-location": (302, ""),
    "/to-a-file": (302, "ftp://a.example/"),
    "/to-inside": (302, "http://169.254.169.254/latest"),
}


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        status, onward = (
            (405, "") if self.path == "/no-head" and self.command == "HEAD" else ANSWERS.get(self.path, (200, ""))
        )
        self.send_response(status)
        if onward:
            self.send_header("Location", onward)
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *args):
        pass


@pytest.fixture
def server(settings):
    settings.LOOK_INSIDE = True
    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "reason", "moved_to"),
    [
        ("/fine", "", ""),
        ("/umlaut/ü?q=ä", "", ""),
        ("", "", ""),
        ("/gone", "gone", ""),
        ("/removed", "gone", ""),
        ("/fault", "fault", ""),
        ("/forbidden", "", ""),
        ("/busy", "", ""),
        ("/no-head", "", ""),
        ("/moved", "", "/fine"),
        ("/moved-twice", "", "/fine"),
        ("/for-now", "", ""),
        ("/half", "", "/for-now"),
        ("/to-nothing", "gone", ""),
        ("/circle", "circle", ""),
        ("/no-location", "", ""),
        ("/to-a-file", "nonsense", ""),
    ],
)
def test_what_comes_of_a_look(server, path, reason, moved_to):
    assert look_at(server.url + path) == Look(reason, moved_to and server.url + moved_to)


def test_asks_politely_and_for_the_page_only_where_it_must(server):
    look_at(f"{server.url}/fine")
    look_at(f"{server.url}/no-head")
    assert [(method, path) for method, path, _agent in server.asked] == [
        ("HEAD", "/fine"),
        ("HEAD", "/no-head"),
        ("GET", "/no-head"),
    ]
    assert server.asked[0][2].startswith("Friedensplatz link check (+http")


def test_never_looks_inside_not_even_where_somebody_leads_it(server, settings):
    settings.LOOK_INSIDE = False
    for url in (server.url, "http://localhost/", "http://10.0.0.1/", "http://169.254.169.254/"):
        assert look_at(url) == Look("inside")
    assert server.asked == []


@pytest.mark.parametrize("url", ["ftp://a.example/", "http://", "nonsense", "http://a.example:port/"])
def test_what_is_no_address_is_said(settings, url):
    assert look_at(url) == Look("nonsense")


def test_who_does_not_answer_is_silent(settings):
    settings.LOOK_INSIDE = True
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert look_at(f"http://127.0.0.1:{closed.getsockname()[1]}/").reason == "silent"


def test_a_name_nobody_has_is_said_or_taken_for_a_missing_connection():
    look = look_at("http://nobody.invalid/")
    assert (look.reason, look.may_be_our_fault) == ("no_name", True)


def test_a_server_that_speaks_no_tls_is_unsafe(server):
    assert look_at(server.url.replace("http:", "https:")).reason == "unsafe"
