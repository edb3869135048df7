# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.core.checks import check_installation


@pytest.fixture
def public(settings, tmp_path):
    """A public server as it should be."""
    settings.PUBLIC_URL = "https://platz.example"
    settings.ALLOWED_HOSTS = ["platz.example"]
    settings.EMAIL_HOST = "mail.example"
    settings.DATA = tmp_path
    settings.DEBUG = settings.DEMO = False
    settings.DATABASE_URL = ""
    return settings


def ids():
    return [message.id for message in check_installation(None)]


def test_a_server_as_it_should_be_raises_no_concern(public):
    assert ids() == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DEBUG", True, ["friedensplatz.E001"]),
        ("EMAIL_HOST", "", ["friedensplatz.E002"]),
        ("ALLOWED_HOSTS", ["localhost"], ["friedensplatz.E003"]),
        ("DEMO", True, ["friedensplatz.W001"]),
        ("SECOND_FACTOR_ROLES", ["king", "lead"], ["friedensplatz.E007"]),
    ],
)
def test_a_public_server_is_told_what_is_wrong(public, name, value, expected):
    setattr(public, name, value)
    assert ids() == expected


def test_a_laptop_needs_no_mail_server(public):
    public.PUBLIC_URL = "http://127.0.0.1:8000"
    public.EMAIL_HOST = ""
    assert ids() == []


def test_a_secret_others_can_read_is_named(public):
    secret = public.DATA / "secrets" / "vault_key"
    secret.parent.mkdir()
    secret.touch(mode=0o600)
    assert ids() == []
    secret.chmod(0o640)
    assert ids() == ["friedensplatz.E004"]


def test_a_data_folder_that_cannot_be_written_is_named(public, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert ids() == ["friedensplatz.E005"]


def test_an_old_sqlite_is_named(public, monkeypatch):
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 34, 1))
    assert ids() == ["friedensplatz.E006"]


def test_several_processes_need_a_shared_cache(public):
    public.DATABASE_URL, public.WEB_PROCESSES, public.CACHE_IS_SHARED = "postgresql://", 2, False
    assert ids() == ["friedensplatz.W002"]


def test_a_shared_cache_needs_its_package(public, monkeypatch):
    public.CACHE_IS_SHARED = True
    monkeypatch.setattr("friedensplatz.core.checks.find_spec", lambda name: None)
    assert ids() == ["friedensplatz.E008"]
