# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which duty do these words belong to? A pure component: numbers and texts, nothing of Django.

`features` turns text into marks, `language` recognises its language, `training` learns weights from phrasings,
`router` ranks, says how sure it is and why. Nothing here reads a file, a database or the network.
"""
