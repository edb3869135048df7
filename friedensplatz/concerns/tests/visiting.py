# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""People without cookies at a server that really runs."""

import http.client
import re
import time
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlencode

NEW = "/de/concerns/new/"
BOUNDARY = "what-no-file-contains"


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    page: str
    headers: http.client.HTTPMessage


class Visitor:
    """A browser without cookies."""

    def __init__(self, port):
        self.port = port

    def visit(self, path, *, upload=b"", **form):
        """Look at a page, or send its form, with a file if one is given."""
        body, headers = None, {}
        if upload:
            body = _parts(form, upload)
            headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        elif form:
            body, headers = urlencode(form), {"Content-Type": "application/x-www-form-urlencoded"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("POST" if body else "GET", path, body, headers)
            response = connection.getresponse()
            page = response.read().decode()
        return Answer(response.status, response.getheader("Location"), page, response.headers)

    def ask(self, path, **form):
        answer = self.visit(path, **form)
        return answer.location, answer.page

    def write(self):
        """The address of the check page of a new draft."""
        protection, _page = self.ask(NEW, text="Die Laterne ist kaputt.", office="babc")
        about, _page = self.ask(protection, protection="normal", anonymous="yes")
        more, _page = self.ask(about, kind="complaint")
        return more.replace("/more/", "/check/")

    def hand_in(self):
        """The reference on the receipt of a concern that was acknowledged."""
        return self.send(self.write())

    def send(self, check):
        receipt, _page = self.ask(check, sent="1")
        _to, page = self.ask(receipt)
        return re.search(r"[0-9A-Z]{3}-[0-9A-Z]{4}(?=</bdi>)", page).group()


def _parts(form, upload):
    named = [f'name="{name}"\r\n\r\n{text}'.encode() for name, text in form.items()]
    named.append(b'name="uploads"; filename="note.txt"\r\nContent-Type: text/plain\r\n\r\n' + upload)
    head = f"--{BOUNDARY}\r\nContent-Disposition: form-data; ".encode()
    return b"".join(head + part + b"\r\n" for part in named) + f"--{BOUNDARY}--\r\n".encode()


def wait_until(condition, seconds=120):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
