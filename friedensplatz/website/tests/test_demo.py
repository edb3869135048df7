# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.accounts.models import User
from friedensplatz.directory.loading.logins import write_logins
from friedensplatz.directory.shapes import LoginShape
from friedensplatz.website.demo import demo_logins

EVA = LoginShape(email="eva@example.org", name="Eva", role="administrator", office=None, language="de")


@pytest.mark.parametrize("password", ["", "given by the environment"])
def test_a_city_laid_out_once_is_known_as_such(db, settings, tmp_path, monkeypatch, password):
    settings.DATA = tmp_path
    monkeypatch.setenv("FRIEDENSPLATZ_DEMO_PASSWORD", password)
    assert demo_logins() == []
    write_logins([EVA])
    [login] = demo_logins()
    assert login.split()[0] == EVA.email
    assert login.endswith("administrator")
    assert (password or (tmp_path / "secrets" / "demo").read_text()) in login


def test_staff_that_was_taken_away_does_not_come_back(db, settings, tmp_path):
    settings.DATA = tmp_path
    write_logins([EVA])
    User.objects.all().delete()
    assert write_logins([EVA]) == []
    assert not User.objects.exists()
