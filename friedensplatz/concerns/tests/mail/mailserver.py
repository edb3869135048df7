# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A small server that really speaks IMAP on a socket of this machine, and can be told to fail in the middle."""

import re
import socketserver
import threading
from contextlib import contextmanager


class Box(socketserver.ThreadingTCPServer):
    """Folders with mails by uid. `drop` says where the line breaks: a step, or `body` for half a mail."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, mails, *, can_move=True):
        super().__init__(("127.0.0.1", 0), Talk)
        self.folders = {"INBOX": dict(enumerate(mails, start=1))}
        self.can_move, self.drop, self.password = can_move, "", "geheim wort"
        self.next_uid = len(mails) + 1
        self.said = []

    @property
    def url(self):
        return f"imap://stadt:geheim%20wort@127.0.0.1:{self.server_address[1]}/INBOX"

    def mails(self, folder):
        return list(self.folders.get(folder, {}).values())


class Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.folder = {}
        self.say(f"* OK [CAPABILITY {self.abilities}] ready")
        while line := self.rfile.readline().decode().strip():
            tag, _space, words = line.partition(" ")
            step = words.removeprefix("UID ").split(" ")[0].upper()
            self.server.said.append(step)
            if self.server.drop == step:
                return
            if not self.answer(tag, step, words):
                return

    @property
    def abilities(self):
        return "IMAP4rev1 UIDPLUS" + (" MOVE" if self.server.can_move else "")

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def answer(self, tag, step, words):
        quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', words)
        act = getattr(self, f"do_{step.lower()}", None)
        verdict = act(words, quoted) if act else "BAD unknown"
        if verdict is None:
            return False
        self.say(f"{tag} {verdict}")
        return step != "LOGOUT"

    def do_capability(self, words, quoted):
        self.say(f"* CAPABILITY {self.abilities}")
        return "OK done"

    def do_login(self, words, quoted):
        return "OK welcome" if quoted == [self.server.password] else "NO wrong"

    def do_list(self, words, quoted):
        if quoted[-1] in self.server.folders:
            self.say(f'* LIST () "/" "{quoted[-1]}"')
        return "OK done"

    def do_create(self, words, quoted):
        self.server.folders[quoted[0]] = {}
        return "OK created"

    def do_select(self, words, quoted):
        self.folder = self.server.folders[quoted[0]]
        self.say(f"* {len(self.folder)} EXISTS")
        return "OK [READ-WRITE] selected"

    def do_search(self, words, quoted):
        self.say("* SEARCH " + " ".join(map(str, sorted(self.folder))))
        return "OK done"

    def do_fetch(self, words, quoted):
        uid = int(words.split(" ")[2])
        if uid not in self.folder:
            return "OK nothing"
        data = self.folder[uid]
        if "SIZE" in words:
            self.say(f"* 1 FETCH (UID {uid} RFC822.SIZE {len(data)})")
            return "OK done"
        self.wfile.write(b"* 1 FETCH (UID %d BODY[] {%d}\r\n" % (uid, len(data)))
        if self.server.drop == "body":
            self.wfile.write(data[: len(data) // 2])
            return None
        self.wfile.write(data + b")\r\n")
        return "OK done"

    def do_move(self, words, quoted):
        self.do_copy(words, quoted)
        del self.folder[int(words.split(" ")[2])]
        return "OK moved"

    def do_copy(self, words, quoted):
        self.server.folders[quoted[-1]][self.server.next_uid] = self.folder[int(words.split(" ")[2])]
        self.server.next_uid += 1
        return "OK copied"

    def do_store(self, words, quoted):
        self.doomed = int(words.split(" ")[2])
        return "OK marked"

    def do_expunge(self, words, quoted):
        del self.folder[self.doomed]
        return "OK gone"

    def do_logout(self, words, quoted):
        self.say("* BYE")
        return "OK bye"


@contextmanager
def mailserver(*mails, **given):
    with Box(mails, **given) as box:
        thread = threading.Thread(target=box.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield box
        box.shutdown()
        thread.join()
