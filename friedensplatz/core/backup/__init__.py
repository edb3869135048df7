# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Copies of everything a city would miss: made while serving, proved before they are called done."""
