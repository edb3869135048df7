# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A comma between day and time."""

DATETIME_FORMAT = "j. F Y, H:i"
