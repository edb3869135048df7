# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Editorial pages: what a city has to say at more length than an office's entry.

A `Page` has numbered `Revision`s that never change; one of them is live. A revision's content is one document
(`content.py`): title, summary and sections, each text in as many languages as it exists in. What it names (offices,
pages, pictures) it names by reference, never by address.
"""
