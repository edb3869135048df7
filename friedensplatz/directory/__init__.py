# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is who in the city and who helps with what.

Five words: Office, Duty, Contact, Organisation, Link. Everything above the ground floor points here.
"""
