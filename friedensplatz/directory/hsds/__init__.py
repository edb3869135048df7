# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory in the Human Services Data Specification 3.0 (Open Referral).

Offices and organisations are its organizations, duties its services, topics and audiences the terms of two taxonomies.
"""
