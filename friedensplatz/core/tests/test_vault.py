# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.core.files.storage import default_storage

from friedensplatz.core import vault


def test_sealed_data_opens_for_its_purpose_only(settings):
    sealed = vault.seal(b"words", "draft:a")
    assert vault.unseal(sealed, "draft:a") == b"words"
    for broken, purpose in ((sealed, "draft:b"), (sealed[:-1] + b"x", "draft:a"), (b"", "draft:a")):
        with pytest.raises(vault.Unreadable):
            vault.unseal(broken, purpose)
    settings.VAULT_KEY = "another"
    with pytest.raises(vault.Unreadable):
        vault.unseal(sealed, "draft:a")


def test_files_lie_sealed_and_come_back_whole():
    token = vault.keep_file(b"original" * 100)
    with default_storage.open(vault.place_of(token)) as file:
        assert b"original" not in file.read()
    assert vault.read_file(token) == b"original" * 100
    vault.drop_file(token)
    assert not default_storage.exists(vault.place_of(token))


def test_digest_needs_the_key(settings):
    first = vault.digest("receipt", "ABCD")
    settings.VAULT_KEY = "another"
    assert vault.digest("receipt", "ABCD") != first
