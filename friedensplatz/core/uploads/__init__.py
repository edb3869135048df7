# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files from strangers, taken safely: the type is what the content says, the copy for reading is made anew.

Pure functions, bytes in and bytes out; nothing of Django's request or database in here.
"""
