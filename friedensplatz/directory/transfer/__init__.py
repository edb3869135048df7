# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory as tables, in CSV and JSON, out and in again.

A table is a part seen as rows. `tables` says which there are, `csvs` and `jsons` read and write them row by row,
`checking` compares a file with what stands here and keeps what it would change, `writing` does exactly that.
"""
