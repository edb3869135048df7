# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the website is used, counted without persons: no cookie, no address of a device, no name of a browser is kept.

`counting` holds counts in memory, `writing` turns addresses into rows, `reading` answers, `desk` shows.
"""
