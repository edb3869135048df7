# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures and files with the facts that make them publishable: creator, licence, source, alternative text.

Five words: asset, rendition (a smaller copy in a modern format), credit, focal point, use (where an asset is shown).
Editors keep the library; every component above shows assets with the tags of `templatetags.assets` and says in its
`uses.py` where it does.
"""
