# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A small load client: a few connections kept open, each asking as fast as it is answered. Loopback only."""

import socket
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlencode

CONNECTIONS = 4
LONGEST = 20.0  # seconds a measurement may take
MOST = 20_000  # requests a measurement may make


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Load:
    """What a measurement gave: how many rounds, in which time, and how long each took, in seconds."""

    seconds: float
    times: list[float]

    @property
    def per_second(self):
        return len(self.times) / self.seconds

    def milliseconds_at(self, share):
        """The time under which this share of the rounds stayed."""
        return milliseconds_at(share, self.times)


def milliseconds_at(share, times):
    """The time in milliseconds under which this share of the times in seconds stayed."""
    ordered = sorted(times)
    return 1_000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Connection:
    """One HTTP/1.1 connection that stays open."""

    def __init__(self, port, *, patience=10):
        self.port = port
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=patience)
        self.rest = b""

    def ask(self, path, **given):
        """GET a path, or POST a form to it."""
        self.send(path, **given)
        return self.answer()

    def send(self, path, *, cookies="", form=None, zipped=True):
        """Ask without waiting for the answer."""
        head = [f"{'GET' if form is None else 'POST'} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        head += ["Accept-Encoding: gzip"] if zipped else []
        head += [f"Cookie: {cookies}"] if cookies else []
        body = b"" if form is None else urlencode(form).encode()
        if form is not None:
            head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
            head += [f"Origin: http://127.0.0.1:{self.port}"]
        self.socket.sendall("\r\n".join([*head, "", ""]).encode() + body)

    def answer(self):
        head, self.rest = self._until(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        if "content-length" not in headers:
            raise ValueError(f"{first}: an answer without its length")
        length = int(headers["content-length"])
        while len(self.rest) < length:
            self.rest += self._more()
        body, self.rest = self.rest[:length], self.rest[length:]
        return Answer(int(first.split()[1]), headers, body)

    def _until(self, mark):
        data = self.rest
        while mark not in data:
            data += self._more()
        head, _, rest = data.partition(mark)
        return head, rest

    def _more(self):
        part = self.socket.recv(262_144)
        if not part:
            raise ConnectionError("the server closed the connection")
        return part

    def close(self):
        self.socket.close()


class Rounds:
    """Rounds of several connections at once. Each number is given out once, so a round can use what nobody else uses."""

    def __init__(self, round_of, seconds, most):
        self.round_of = round_of
        self.until = time.perf_counter() + min(seconds, LONGEST)
        self.numbers = iter(range(most))
        self.lock = threading.Lock()
        self.times = []
        self.faults = []

    def work(self, port):
        """Do rounds on one connection until the time is over, the numbers are used up or an answer is wrong."""
        connection = Connection(port)
        try:
            while time.perf_counter() < self.until and (number := self._number()) is not None:
                begun = time.perf_counter()
                self.round_of(connection, number)
                self.times.append(time.perf_counter() - begun)
        except Exception as fault:
            self.faults.append(fault)
        finally:
            connection.close()

    def _number(self):
        with self.lock:
            return next(self.numbers, None)


def load(port, round_of, *, seconds=4.0, most=MOST):
    """Let every connection do rounds for some seconds, at least one each. `round_of(connection, number)` raises when an answer is wrong."""
    begun = time.perf_counter()
    rounds = Rounds(round_of, seconds, most)
    workers = [threading.Thread(target=rounds.work, args=(port,)) for _ in range(CONNECTIONS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if rounds.faults:
        raise rounds.faults[0]
    return Load(time.perf_counter() - begun, rounds.times)
