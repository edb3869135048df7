# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms: how lists are narrowed down, and one for each part an editor changes."""
