# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The front door: home, the answer to a person's words, search, menu, and the first page of the desk.

Five words: words, door, answer, square, desk. It brings together what concerns, directory and search know.
"""
