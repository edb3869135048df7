# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From text to terms, the same for index and query: words → folded → compounds split → stemmed.

Nothing here knows Django or a database.
"""
