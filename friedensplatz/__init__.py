# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Friedensplatz: the one place where a city meets its people."""

__version__ = "0.1.0"
