# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of the city's data that people change at the desk: how long concerns are kept, who else helps."""

from django.db import transaction

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Pointer, Retention


@transaction.atomic
def keep_row(row: Pointer | Retention, *, by: User) -> None:
    """Add it or change it."""
    verb = "changed" if row.pk else "added"
    row.save()
    record(row, verb, actor=by)


@transaction.atomic
def remove_row(row: Pointer | Retention, *, by: User) -> None:
    record(row, "removed", actor=by)
    row.delete()
