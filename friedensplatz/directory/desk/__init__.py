# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The desk of those who look after the directory: one thing at a time, several at once, whole tables."""
