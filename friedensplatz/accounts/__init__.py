# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who works in the house: users, teams, roles, invitations; and the accounts of residents.

Five words: User, Team, Membership, role, Invitation. Residents need no account for anything, but may have one.
"""
