# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A real mail server on a local port that can be told to refuse, to hang or to hang up."""

import socketserver
import threading


class MailServer(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as smtplib needs. `answers` maps a command to the answer it gets instead of yes.

    The answer "hang" keeps silent until the server ends, "hang up" closes the line. What was taken in full, with or
    without an answer, is in `letters`; `reached` is set when a letter's last line has come in.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, answers=None):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.answers = answers or {}
        self.letters = []
        self.reached = threading.Event()
        self.ended = threading.Event()

    @property
    def port(self):
        return self.server_address[1]

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.ended.set()
        self.shutdown()
        self.server_close()


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        if not self.reply("connect", "220 here"):
            return
        while line := self.rfile.readline().decode().strip():
            command = line.split(":")[0].split()[0].lower()
            if command == "data":
                self.reply("go ahead", "354 go ahead")
                self.take_letter()
            if not self.reply(command, "250 ok"):
                return
            if command == "quit":
                return

    def take_letter(self):
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        self.server.letters.append(b"".join(lines))
        self.server.reached.set()

    def reply(self, command, usual):
        """Answer; False when the conversation is over."""
        answer = self.server.answers.get(command, usual)
        if answer == "hang":
            self.server.ended.wait(30)
        if answer in {"hang", "hang up"}:
            return False
        self.wfile.write(f"{answer}\r\n".encode())
        return True
