# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a mail server pipes an incoming mail into (Postfix: `pipe`; Exim: `pipe` transport; a line in `aliases`)."""

import sys
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand

from friedensplatz.concerns.mail.receiving import take_mail
from friedensplatz.core.faults import place_of

# sysexits.h: the mail server keeps the mail and tries again later.
EX_TEMPFAIL = 75


class Command(BaseCommand):
    help = "Take in one e-mail from the standard input. Ends with 0 once it is kept, else with 75: try again later."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            take_mail(sys.stdin.buffer.read())
        except Exception as error:
            with suppress(OSError):  # The disk that is full may be the one this line goes to.
                self.stderr.write(f"The mail could not be kept: {place_of(error)}")
            sys.exit(EX_TEMPFAIL)
