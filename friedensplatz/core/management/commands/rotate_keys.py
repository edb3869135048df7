# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""After a change of VAULT_KEY: seals with the new key what former ones have sealed. It may be stopped and repeated."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from friedensplatz.core.rotation import Result, Walk, everything_sealed

STEP = 500


class Command(BaseCommand):
    help = "Seal with VAULT_KEY what the keys in VAULT_KEYS_FORMER have sealed."

    def handle(self, *args: object, **options: Any) -> None:
        if settings.VAULT_KEYS_FORMER and not settings.DIGEST_KEY:
            raise CommandError("Set FRIEDENSPLATZ_DIGEST_KEY to the first vault key, or no receipt code fits any more.")
        unreadable = sum(self._walked(name, walk) for name, walk in everything_sealed().items())
        if unreadable:
            raise CommandError(f"{unreadable} things open with no key. Add the key they were sealed with and repeat.")
        self.stdout.write("Done. Drafts open with a former key for two more days: take it out of the settings then.")

    def _walked(self, name: str, walk: Walk) -> int:
        """Seal all things of a name anew, telling how far it is; returns how many nobody can open."""
        counted: Counter[Result] = Counter()
        for number, result in enumerate(walk(), start=1):
            counted[result] += 1
            if number % STEP == 0:
                self.stdout.write(f"{name}: {number} …")
        told = ", ".join(f"{counted[result]} {result.value}" for result in Result if counted[result])
        self.stdout.write(f"{name}: {told or 'nothing there'}")
        return counted[Result.UNREADABLE]
