# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""E-mail that comes in. Reading it is pure: bytes in, a frozen record out, whatever the bytes are.

Decoded by hand: the standard library's modern policy raises on unknown charsets and bogus types, and its parser
recurses without limit.
"""
