# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Accessible documents (PDF/UA-1) from a typst template and data, with fonts for the scripts people here read."""
