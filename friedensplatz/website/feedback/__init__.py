# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Was this page helpful? One click and perhaps a sentence under every page, which reach the people who can mend it."""
