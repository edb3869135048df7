# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.management import CommandError, call_command

from friedensplatz.accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_first_administrator_comes_from_the_command_line(monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda prompt: "a long sentence 9")
    call_command("user", "add", "leo@dortmund.example", "--name", "Leo", "--administrator")
    leo = User.objects.get(email="leo@dortmund.example")
    assert (leo.name, leo.is_administrator, leo.check_password("a long sentence 9")) == ("Leo", True, True)


def test_a_weak_password_is_refused(monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda prompt: "dortmund")
    with pytest.raises(CommandError):
        call_command("user", "add", "leo@dortmund.example")
    assert User.objects.count() == 0


def test_people_are_listed_with_their_rights(ada, bob, capsys):
    call_command("user", "list")
    assert capsys.readouterr().out == "ada@dortmund.example  Ada  administrator\nbob@dortmund.example  Bob\n"


def test_the_last_administrator_stays(ada, bob):
    call_command("user", "deactivate", "bob@dortmund.example")
    with pytest.raises(CommandError):
        call_command("user", "deactivate", "ada@dortmund.example")
    assert list(User.objects.filter(is_active=True)) == [ada]


def test_a_lost_second_factor_is_reset(ada):
    TOTP.activate(ada, generate_totp_secret())
    call_command("user", "reset-second-factor", "ADA@dortmund.example")
    assert Authenticator.objects.count() == 0


def test_an_unknown_address_is_named():
    with pytest.raises(CommandError, match="no account"):
        call_command("user", "deactivate", "nobody@dortmund.example")
