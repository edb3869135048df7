# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import imaplib
import io
import resource
import sys

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from friedensplatz.concerns import jobs
from friedensplatz.concerns.mail import receiving
from friedensplatz.concerns.mail.receiving import take_mail
from friedensplatz.concerns.models import Incoming
from friedensplatz.concerns.tests.mail.mailserver import mailserver
from friedensplatz.concerns.tests.mail.samples import letter
from friedensplatz.core import vault

pytestmark = pytest.mark.django_db


@pytest.fixture
def pipe(monkeypatch):
    """Pipes bytes into the command; returns how it ended."""

    def act(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            call_command("receive_mail", stderr=io.StringIO())
        except SystemExit as end:
            return end.code
        return 0

    return act


def test_mail_is_kept_sealed_when_it_is_piped_in(pipe):
    data = letter("Vertrauliches Wort")
    assert pipe(data) == 0
    incoming = Incoming.objects.get()
    assert (incoming.state, incoming.size, incoming.envelope.email) == ("taken", len(data), "alice@home.example")
    assert vault.read_file(incoming.original) == data
    assert b"alice" not in bytes(incoming.sealed)
    with default_storage.open(vault.place_of(incoming.original)) as file:
        assert b"Vertrauliches" not in file.read()


@pytest.mark.parametrize("data", [b"", b"\x00\xff" * 50, b"no head at all", b"Subject: =?x?b?"])
def test_anything_that_is_piped_in_is_kept(pipe, data):
    assert pipe(data) == 0
    assert vault.read_file(Incoming.objects.get().original) == data


def test_mail_server_is_told_to_try_again_when_the_disk_is_full(pipe, monkeypatch):
    def full(data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(receiving.vault, "keep_file", full)
    assert pipe(letter()) == 75
    assert Incoming.objects.count() == 0


def test_letter_is_taken_once_when_it_comes_on_two_ways():
    data = letter()
    first = take_mail(b"Delivered-To: a@city.example\r\nReceived: from x\r\n" + data)
    assert take_mail(b"Delivered-To: b@city.example\r\nReceived: from y\r\n" + data) == first
    assert take_mail(letter("anders")) != first
    assert Incoming.objects.count() == 2


def test_letter_is_taken_once_when_it_comes_on_two_ways_at_once(monkeypatch):
    data = letter()
    real = vault.keep_file

    def meanwhile(content):
        monkeypatch.setattr(receiving.vault, "keep_file", real)
        take_mail(data)
        return real(content)

    monkeypatch.setattr(receiving.vault, "keep_file", meanwhile)
    take_mail(data)
    assert Incoming.objects.count() == 1


def test_mailbox_is_emptied_into_rows(settings):
    with mailserver(letter("eins"), letter("zwei")) as box:
        settings.IMAP_URL = box.url
        assert jobs.fetch_mail(timezone.now()) == 2
        assert (box.mails("INBOX"), len(box.mails("Friedensplatz"))) == ([], 2)
    assert Incoming.objects.count() == 2


def test_mail_is_doubled_nowhere_when_the_line_breaks_before_it_is_moved(settings):
    with mailserver(letter()) as box:
        settings.IMAP_URL = box.url
        box.drop = "MOVE"
        with pytest.raises((OSError, imaplib.IMAP4.error)):
            jobs.fetch_mail(timezone.now())
        box.drop = ""
        jobs.fetch_mail(timezone.now())
    assert Incoming.objects.count() == 1


STEPS = ["LOGIN", "SELECT", "SEARCH", "FETCH", "body"]


@pytest.mark.parametrize(
    ("can_move", "drop"),
    [*((True, step) for step in [*STEPS, "MOVE"]), *((False, step) for step in ["body", "COPY", "STORE", "EXPUNGE"])],
)
def test_each_mail_is_taken_once_wherever_the_line_breaks(settings, can_move, drop):
    letters = [letter("eins " * 5_000), letter("zwei")]
    with mailserver(*letters, can_move=can_move) as box:
        settings.IMAP_URL, box.drop = box.url, drop
        for _try in range(2):
            with pytest.raises((OSError, imaplib.IMAP4.error)):
                jobs.fetch_mail(timezone.now())
        assert box.mails("INBOX") == letters
        box.drop = ""
        assert jobs.fetch_mail(timezone.now()) == 2
        assert (box.mails("INBOX"), jobs.fetch_mail(timezone.now())) == ([], 0)
    kept = [vault.read_file(name) for name in Incoming.objects.order_by("pk").values_list("original", flat=True)]
    assert kept == letters


def test_mail_stays_in_the_mailbox_while_the_disk_is_full(settings):
    letters = [letter("eins"), letter("zwei")]
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with mailserver(*letters) as box:
        settings.IMAP_URL = box.url
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        try:
            with pytest.raises(OSError, match="File too large"):
                jobs.fetch_mail(timezone.now())
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        assert (box.mails("INBOX"), Incoming.objects.count()) == (letters, 0)
        assert jobs.fetch_mail(timezone.now()) == 2
    assert jobs.remove_orphaned_files(timezone.now() + jobs.ORPHAN_AGE * 2) == 0


def test_nothing_is_fetched_when_no_mailbox_is_named():
    assert jobs.fetch_mail(timezone.now()) == 0


def test_originals_are_no_orphans(settings):
    incoming = take_mail(letter())
    assert jobs.remove_orphaned_files(timezone.now() + jobs.ORPHAN_AGE * 2) == 0
    Incoming.objects.all().delete()
    assert jobs.remove_orphaned_files(timezone.now() + jobs.ORPHAN_AGE * 2) == 1
    assert not default_storage.exists(vault.place_of(incoming.original))


def test_what_was_put_aside_is_deleted_in_the_end():
    aside, waiting = take_mail(letter("a")), take_mail(letter("b"))
    old = timezone.now() - jobs.ASIDE_DAYS * 1.1
    Incoming.objects.filter(pk=aside.pk).update(state="ignored", sorted_at=old)
    Incoming.objects.filter(pk=waiting.pk).update(state="waiting", sorted_at=old)
    assert jobs.forget_mails_put_aside(timezone.now()) == 1
    assert list(Incoming.objects.all()) == [waiting]
    assert not default_storage.exists(vault.place_of(aside.original))


def test_mail_opens_with_the_new_key_alone_after_rotation(settings):
    data = letter("geheim")
    pk = take_mail(data).pk
    settings.DIGEST_KEY, settings.VAULT_KEYS_FORMER = settings.VAULT_KEY, [settings.VAULT_KEY]
    settings.VAULT_KEY = "the new key"
    call_command("rotate_keys", stdout=io.StringIO())
    settings.VAULT_KEYS_FORMER = []
    incoming = Incoming.objects.get(pk=pk)
    assert (incoming.envelope.email, vault.read_file(incoming.original)) == ("alice@home.example", data)
