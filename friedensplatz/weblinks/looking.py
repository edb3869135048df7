# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One look at an address: politely, never into the house's own network."""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

from friedensplatz.weblinks.models import Reason

SECONDS = 10
HOPS = 5
FOR_GOOD = {301, 308}
GONE = {404, 410}
MOVED = FOR_GOOD | {302, 303, 307}
FAULT = 500


@dataclass(frozen=True)
class Look:
    """What came of it: why it led nowhere (empty = it led somewhere), and where it leads to for good, if elsewhere."""

    reason: str = ""
    moved_to: str = ""

    @property
    def may_be_our_fault(self) -> bool:
        """Looks the same when this house has no connection."""
        return self.reason in {Reason.NO_NAME, Reason.SILENT}


class _Inside(OSError):
    """An address of a private network."""


def look_at(url: str) -> Look:
    """Ask for an address and follow where it leads. Whoever forbids programs to look is taken to be there."""
    here = lasting = url
    for _hop in range(HOPS):
        try:
            status, onward = _ask(here)
        except (http.client.HTTPException, OSError, ValueError) as error:
            return Look(_reason_of(error))
        if status not in MOVED or not onward:
            reason = Reason.GONE if status in GONE else Reason.FAULT if status >= FAULT else ""
            return Look(reason, lasting if lasting != url and not reason else "")
        here, before = urljoin(here, onward), here
        lasting = here if status in FOR_GOOD and lasting == before else lasting
    return Look(Reason.CIRCLE)


def _ask(url: str) -> tuple[int, str]:
    """Status and, where it leads on, the next address. Only whoever dislikes HEAD is asked for the page itself."""
    status, onward = _request("HEAD", url)
    return _request("GET", url) if status >= 400 else (status, onward)


def _request(method: str, url: str) -> tuple[int, str]:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=SECONDS)
    connection._create_connection = _connect  # type: ignore[attr-defined]  # the one place where a name becomes a socket
    try:
        target = iri_to_uri((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        agent = f"Friedensplatz link check (+{settings.PUBLIC_URL})"
        connection.request(method, target, headers={"User-Agent": agent, "Accept": "*/*"})
        response = connection.getresponse()
        return response.status, response.headers.get("Location", "")
    finally:
        connection.close()


def _connect(address: tuple[str, int], timeout: float, source: object = None) -> socket.socket:
    """Connect to exactly the addresses that were proved, so that a name cannot mean another one a moment later."""
    found = [info[4][:2] for info in socket.getaddrinfo(*address, type=socket.SOCK_STREAM)]
    if not settings.LOOK_INSIDE and not all(ipaddress.ip_address(str(ip)).is_global for ip, _port in found):
        raise _Inside(address[0])
    return socket.create_connection((str(found[0][0]), int(found[0][1])), timeout)


def _reason_of(error: Exception) -> str:
    reasons: list[tuple[type[Exception], str]] = [
        (_Inside, Reason.INSIDE),
        (socket.gaierror, Reason.NO_NAME),
        (ssl.SSLError, Reason.UNSAFE),
        (OSError, Reason.SILENT),
        (http.client.InvalidURL, Reason.NONSENSE),
        (http.client.HTTPException, Reason.FAULT),
    ]
    return next((reason for kind, reason in reasons if isinstance(error, kind)), Reason.NONSENSE)
