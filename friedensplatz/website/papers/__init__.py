# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages to take along: any public page, or a chosen set of them, as an accessible PDF (PDF/UA-1); QR codes; print.

`fetching` gets a page as a stranger would, `reading` turns its HTML into blocks, `typesetting` sets them in a process
of its own with `paper.typ`, `making` keeps what was made.
"""
