# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking mail in: the original is on disk and its row committed before anybody is told that we have it."""

import hashlib

from django.db import DatabaseError, IntegrityError, transaction

from friedensplatz.concerns.mail.headers import split_head
from friedensplatz.concerns.mail.reading import Mail, read_mail
from friedensplatz.concerns.models import Envelope, Incoming
from friedensplatz.core import vault

# Fields that differ when one letter reaches us on two ways, or twice on one.
LETTER_FIELDS = ("from", "to", "cc", "date", "subject", "message-id", "content-type")


def take_mail(data: bytes) -> Incoming:
    """Keep a mail; a letter we have already is not kept twice. Raises what disk and database raise."""
    fingerprint = fingerprint_of(data)
    if known := Incoming.objects.filter(fingerprint=fingerprint).first():
        return known
    mail = read_mail(data)
    incoming = Incoming(fingerprint=fingerprint, original=vault.keep_file(data), size=len(data))
    incoming.address(envelope_of(mail))
    try:
        with transaction.atomic():
            incoming.save()
    except DatabaseError as error:
        # Nobody knows what became of a row whose line broke; then this raises too, and the file waits to be found.
        known = Incoming.objects.filter(fingerprint=fingerprint).first()
        vault.drop_file(incoming.original)
        if known and isinstance(error, IntegrityError):  # the same letter came on two ways at once
            return known
        raise
    return incoming


def fingerprint_of(data: bytes) -> str:
    """The same for a letter whatever servers wrote on its envelope; of bytes without a head, of all of them."""
    head, body = split_head(data)
    letter = [b"%s:%s" % (name.encode(), value.strip()) for name, value in head.fields if name in LETTER_FIELDS]
    return hashlib.sha256(b"\n".join([*letter, b"", body]) if letter else data).hexdigest()


def envelope_of(mail: Mail) -> Envelope:
    return Envelope(mail.sender.name, mail.sender.email, mail.subject[:200], mail.message_id)


def mail_of(incoming: Incoming) -> Mail:
    """The mail read anew from its original."""
    return read_mail(vault.read_file(incoming.original))
