# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The `friedensplatz` command: Django's management commands under one name for operators."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "friedensplatz.settings")
    execute_from_command_line(["friedensplatz", *sys.argv[1:]])
