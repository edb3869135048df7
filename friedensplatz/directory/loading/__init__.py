# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A city from a folder of YAML files: read everything, report every problem with file and place, then write all or none.

`shapes` says what a file may hold, `reading` reads a folder, `writing` turns it into rows.
"""
