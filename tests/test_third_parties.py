# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""No page and no file the house sends asks anybody else for anything. Links a person may follow are no request."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from tests.machine import APP, files_named, short
from tests.scene import make_scene
from tests.test_access import ARGUMENTS, EXPECTED

FETCHING = {
    "src", "srcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "imagesrcset",
}  # fmt: skip
ELSEWHERE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
STYLE_REQUEST = re.compile(r"(?:url\(|@import)\s*['\"]?\s*(?:https?:)?//[^'\")\s]+", re.IGNORECASE)
SCRIPT_REQUEST = re.compile(r"['\"`](?:https?:|wss?:)?//[\w.-]+\.[a-z]{2,}", re.IGNORECASE)
PICTURE_REQUEST = re.compile(r"(?:href|src)\s*=\s*['\"](?:https?:)?//[^'\"]+", re.IGNORECASE)


class Requests(HTMLParser):
    """Collects what a browser would ask somebody else for on reading a page."""

    def __init__(self):
        super().__init__()
        self.elsewhere = []

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        fetched = [value for name, value in given.items() if name in FETCHING or name.startswith("hx-")]
        if tag == "link" and not {"alternate", "canonical", "license", "help"} & set(given.get("rel", "").split()):
            fetched.append(given.get("href", ""))
        self.elsewhere += [f"<{tag}> {value}" for value in fetched if ELSEWHERE.match(value)]


def public_pages():
    return [name for name, statuses in EXPECTED.items() if statuses[0] == 200 and not name.startswith("POST ")]


@pytest.mark.django_db
@pytest.mark.parametrize("name", public_pages())
def test_no_public_page_asks_somebody_else(name):
    address = reverse(name, kwargs=ARGUMENTS.get(name, lambda scene: {})(make_scene()))
    response = Client().get(address)
    if not response["Content-Type"].startswith("text/html"):
        list(response)  # a file is closed when it was read to its end
        return
    page = response.content.decode()
    requests = Requests()
    requests.feed(page)
    assert requests.elsewhere == []
    assert STYLE_REQUEST.findall(page) == []


@pytest.mark.parametrize(
    ("suffix", "request_shape"), [(".css", STYLE_REQUEST), (".js", SCRIPT_REQUEST), (".svg", PICTURE_REQUEST)]
)
def test_no_file_asks_somebody_else(suffix, request_shape):
    static = [path for path in files_named(suffix, under=APP) if "static" in path.parts]
    found = [(short(path), request) for path in static for request in request_shape.findall(path.read_text("utf-8"))]
    assert found == []


def test_the_policy_of_every_page_forbids_it(client, db):
    policy = client.get(reverse("home"))["Content-Security-Policy"]
    sources = {part.split()[0]: set(part.split()[1:]) for part in policy.split(";") if part.strip()}
    assert sources["default-src"] == {"'none'"}
    assert set().union(*sources.values()) <= {"'none'", "'self'", "data:"}
