# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from friedensplatz.accounts.adapter import SecondFactorAdapter
from friedensplatz.concerns.access import concern_with_receipt
from friedensplatz.concerns.actions import keep_concern, receive_concern
from friedensplatz.concerns.models import Concern, Entry, Protection, Reporter
from friedensplatz.concerns.queries import concerns_kept_by, reporter_of
from friedensplatz.core import vault

pytestmark = pytest.mark.django_db


def _change_key(settings):
    settings.DIGEST_KEY = settings.VAULT_KEY
    settings.VAULT_KEYS_FORMER = [settings.VAULT_KEY]
    settings.VAULT_KEY = "the new key"


def _only_new_key(settings):
    settings.VAULT_KEYS_FORMER = []


@pytest.fixture
def house(cast):
    """A sealed concern kept in an account, a file, a second factor; returns what opens them."""
    reporter = Reporter("Alice Beispiel")
    given = {"office": cast.office, "kind": "complaint", "protection": Protection.SEALED, "language": "de"}
    concern, code = receive_concern("Geheim.", reporter=reporter, **given)
    keep_concern(concern, cast.alice)
    secret = SecondFactorAdapter().encrypt("JBSWY3DP")
    Authenticator.objects.create(user=cast.bob, type="totp", data={"secret": secret})
    return concern.reference, code, vault.keep_file(b"Foto")


def _opens(reference, code, token, alice):
    concern = concern_with_receipt(reference, code)
    words = Entry.objects.get(concern=concern).words
    secret = SecondFactorAdapter().decrypt(Authenticator.objects.get().data["secret"])
    kept = [one.reference for one in concerns_kept_by(alice)]
    return words, reporter_of(concern).name, kept == [reference], vault.read_file(token), secret


def test_everything_opens_with_the_new_key_alone_after_rotation(house, cast, settings, capsys):
    _change_key(settings)
    call_command("rotate_keys")
    assert "keys of concerns: 1 sealed anew\n" in capsys.readouterr().out
    _only_new_key(settings)
    assert _opens(*house, cast.alice) == ("Geheim.", "Alice Beispiel", True, b"Foto", "JBSWY3DP")
    assert default_storage.listdir(f"{vault.FOLDER}/{house[2][:2]}")[1] == [house[2]]


def test_a_second_rotation_passes_over_what_is_done(house, settings, capsys):
    _change_key(settings)
    call_command("rotate_keys")
    before = bytes(Concern.objects.get().key)
    capsys.readouterr()
    call_command("rotate_keys")
    assert "files: 1 under the new key already\n" in capsys.readouterr().out
    assert bytes(Concern.objects.get().key) == before


def test_rotation_says_what_opens_with_no_key_and_does_the_rest(house, cast, settings):
    Concern.objects.update(key=b"not a key at all, and never was one")
    _change_key(settings)
    with pytest.raises(CommandError, match="1 things open with no key"):
        call_command("rotate_keys")
    _only_new_key(settings)
    assert vault.read_file(house[2]) == b"Foto"


def test_rotation_refuses_while_receipts_hang_on_the_vault_key(house, settings):
    _change_key(settings)
    settings.DIGEST_KEY = ""
    with pytest.raises(CommandError, match="DIGEST_KEY"):
        call_command("rotate_keys")
