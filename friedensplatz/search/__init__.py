# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be found in the house, by whichever words a person has for it.

Its words: an *entry* is a findable thing, a *document* its text in one language, a *term* an analysed word, a *part*
a word that compounds are split into, a *plug* the few lines with which a component makes its things findable.
Used by the front door and the search page (queries.find); fed by every component above it through search.py.
"""
