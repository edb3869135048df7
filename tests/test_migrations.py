# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables are what the models say."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    try:
        call_command("makemigrations", "--check", "--dry-run")
    except SystemExit:
        pytest.fail(f"run `friedensplatz makemigrations`:\n{capsys.readouterr().out}")
