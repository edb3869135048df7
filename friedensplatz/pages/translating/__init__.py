# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Translations of pages: which are current, told by what the texts say and never by dates, and who made them."""
