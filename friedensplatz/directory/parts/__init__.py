# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What editors change as one: the texts of an office, its names, its words.

A part is read as plain content (what JSON can hold), shown in a form, and written back whole. The content's
fingerprint tells whether a colleague changed it meanwhile; the content before a change is what undoing it brings back.
"""
