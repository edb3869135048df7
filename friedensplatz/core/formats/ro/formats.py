# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A month alone in digits fits every sentence."""

YEAR_MONTH_FORMAT = "m.Y"
