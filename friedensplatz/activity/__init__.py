# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who did what, when: one row per deed, and the one signal `recorded`, sent when the deed is durable.

Notices and search listen to it; nothing else in the house does things by itself.
"""
