# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of other websites, looked at now and then: does each still lead somewhere?

Five words: Address, Mention, look, reason, broken. It knows no domain: components say in `mentions.py` where they name
an address.
"""
