# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django.core.management.base import BaseCommand

from friedensplatz.search.actions import rebuild_index


class Command(BaseCommand):
    help = "Make the search index anew. The old one answers until the new one is whole; may be repeated at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild_index(progress=lambda done: self.stdout.write(f"  {done} things …"))
        self.stdout.write(f"{count} things can be found.")
