# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""`recorded` is sent once per deed, after the transaction is durable, with `activity` and `thing`."""

from django.dispatch import Signal

recorded = Signal()
