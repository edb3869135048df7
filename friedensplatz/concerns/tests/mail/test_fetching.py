# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fetching from a mailbox, with a real conversation over a socket."""

import imaplib

import pytest

from friedensplatz.concerns.mail import fetching
from friedensplatz.concerns.mail.fetching import Mailbox, MailboxFault, fetch_mails, mailbox_of
from friedensplatz.concerns.tests.mail.mailserver import mailserver

ONE = b"From: a@b.example\r\n\r\n" + b"eins\r\n" * 5000
TWO = b"From: a@b.example\r\n\r\nzwei (mit) {3}\r\n* OK\r\n"


@pytest.mark.parametrize(
    ("url", "mailbox"),
    [
        (
            "imaps://stadt%40x:p%2Fw@mx.example/INBOX/Post",
            Mailbox("mx.example", 993, True, "stadt@x", "p/w", "INBOX/Post"),
        ),
        ("imap://a:b@mx.example:1143", Mailbox("mx.example", 1143, False, "a", "b", "INBOX")),
    ],
)
def test_mailbox_is_read_from_its_address(url, mailbox):
    assert mailbox_of(url) == mailbox


@pytest.mark.parametrize("can_move", [True, False])
def test_mails_are_taken_byte_by_byte_and_moved(can_move):
    kept = []
    with mailserver(ONE, TWO, can_move=can_move) as box:
        assert fetch_mails(mailbox_of(box.url), "Taken", kept.append) == 2
        assert fetch_mails(mailbox_of(box.url), "Taken", kept.append) == 0
        assert (kept, box.mails("INBOX"), box.mails("Taken")) == ([ONE, TWO], [], [ONE, TWO])


@pytest.mark.parametrize("drop", ["LOGIN", "SELECT", "SEARCH", "FETCH", "body"])
def test_nothing_is_taken_when_the_line_breaks_before_a_mail_is_whole(drop):
    kept = []
    with mailserver(ONE) as box:
        box.drop = drop
        with pytest.raises((imaplib.IMAP4.error, OSError)):
            fetch_mails(mailbox_of(box.url), "Taken", kept.append)
        assert (kept, box.mails("INBOX")) == ([], [ONE])
        box.drop = ""
        assert fetch_mails(mailbox_of(box.url), "Taken", kept.append) == 1
    assert kept == [ONE]


def test_mail_stays_in_its_folder_when_it_cannot_be_kept():
    def fail(data):
        raise OSError("disk full")

    with mailserver(ONE) as box:
        with pytest.raises(OSError, match="disk full"):
            fetch_mails(mailbox_of(box.url), "Taken", fail)
        assert box.mails("INBOX") == [ONE]


def test_mail_is_offered_again_when_the_line_breaks_after_it_was_kept():
    kept = []
    with mailserver(ONE) as box:
        box.drop = "MOVE"
        with pytest.raises((imaplib.IMAP4.error, OSError)):
            fetch_mails(mailbox_of(box.url), "Taken", kept.append)
        box.drop = ""
        fetch_mails(mailbox_of(box.url), "Taken", kept.append)
        assert (kept, box.mails("Taken")) == ([ONE, ONE], [ONE])


def test_too_large_mail_stays_where_people_see_it(monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    kept = []
    with mailserver(ONE, TWO) as box:
        assert fetch_mails(mailbox_of(box.url), "Taken", kept.append) == 1
        assert (kept, box.mails("INBOX")) == ([TWO], [ONE])


def test_wrong_password_is_said():
    with mailserver(ONE) as box:
        box.password = "anders"
        with pytest.raises(imaplib.IMAP4.error):
            fetch_mails(mailbox_of(box.url), "Taken", print)


def test_folder_names_beyond_ascii_are_refused():
    with mailserver(ONE) as box, pytest.raises(MailboxFault):
        fetch_mails(mailbox_of(box.url), "Übernommen", print)
