# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""`recorded` is sent once a deed is durable, with `activity` and `thing`.

A listener runs in a transaction and is atomic itself (`@transaction.atomic`). It may hear of the same deed twice.
"""

from django.dispatch import Signal

recorded = Signal()
