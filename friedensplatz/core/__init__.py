# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every component stands on: text, dates, languages, files, forms, parts of pages, jobs, checks.

It knows no domain and imports nothing of the house above it.
"""
